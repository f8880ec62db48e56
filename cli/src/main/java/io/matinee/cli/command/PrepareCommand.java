package io.matinee.cli.command;

import io.matinee.cli.suite.ClassArchives;
import io.matinee.cli.suite.Repository;
import picocli.CommandLine.Command;

/** Records what the services load when they start; the launcher calls it after a build. */
@Command(
    name = "prepare",
    hidden = true,
    description = "Records the classes that the services load, so that they start faster.")
public final class PrepareCommand implements Runnable {
  @Override
  public void run() {
    ClassArchives archives = new ClassArchives(Repository.root());
    archives.record(archives.missing());
  }
}
