package dev.croft.cli;

/** A file that somebody else wrote would have been lost. Nothing was done. */
final class OverwriteRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OverwriteRefusedException(String file) {
    super(
        "The schema was not described: %s is there, and croft docs did not write it. Name another"
                .formatted(file)
            + " file by --output, or say --force.");
  }
}
