package io.matinee.trainer.dataset.rejection;

/**
 * A row that could not be used.
 *
 * @param file the name of the file it is in
 * @param line its line, from 1
 * @param reason what is wrong with it
 * @param content the row as it was read, cut at {@value #MAXIMUM_CONTENT} characters
 */
public record RejectedRow(String file, long line, String reason, String content) {
  private static final int MAXIMUM_CONTENT = 256;

  /** Cuts the content, never within a character. */
  public RejectedRow {
    if (content.length() > MAXIMUM_CONTENT) {
      boolean within = Character.isHighSurrogate(content.charAt(MAXIMUM_CONTENT - 1));
      content = content.substring(0, within ? MAXIMUM_CONTENT - 1 : MAXIMUM_CONTENT);
    }
  }
}
