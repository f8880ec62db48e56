package io.matinee.cli.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text table with aligned columns: headings starting with ">" mark columns of numbers, aligned
 * right.
 */
public final class Table {
  private static final String GAP = "  ";
  private static final String RIGHT = ">";

  private final List<String> headings;
  private final List<Boolean> right;
  private final List<List<String>> rows = new ArrayList<>();

  private Table(List<String> headings) {
    this.right = headings.stream().map(heading -> heading.startsWith(RIGHT)).toList();
    this.headings =
        headings.stream()
            .map(heading -> heading.startsWith(RIGHT) ? heading.substring(1) : heading)
            .toList();
  }

  /** Makes an empty table with the given headings. */
  public static Table of(String... headings) {
    return new Table(List.of(headings));
  }

  /**
   * Adds a row.
   *
   * @param cells as many as there are headings; each shows as {@link PlainText#line one line}
   * @return this table
   * @throws IllegalArgumentException when the number of cells differs
   */
  public Table row(String... cells) {
    if (cells.length != headings.size()) {
      throw new IllegalArgumentException(
          "%d cells for %d columns".formatted(cells.length, headings.size()));
    }
    rows.add(Arrays.stream(cells).map(PlainText::line).toList());
    return this;
  }

  /** Whether there are no rows. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Returns the lines, without a line end after the last; lines have no blanks at their end. */
  public String text() {
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < headings.size(); column++) {
      int width = headings.get(column).length();
      for (List<String> row : rows) {
        width = Math.max(width, row.get(column).length());
      }
      widths.add(width);
    }
    List<String> lines = new ArrayList<>();
    lines.add(line(headings, widths));
    rows.forEach(row -> lines.add(line(row, widths)));
    return String.join(System.lineSeparator(), lines);
  }

  /** Returns the lines, each moved to the right by two blanks. */
  public String indented() {
    return text()
        .lines()
        .map(line -> GAP + line)
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private String line(List<String> cells, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      String padding = " ".repeat(widths.get(column) - cell.length());
      line.append(column == 0 ? "" : GAP);
      line.append(right.get(column) ? padding + cell : cell + padding);
    }
    return line.toString().stripTrailing();
  }
}
