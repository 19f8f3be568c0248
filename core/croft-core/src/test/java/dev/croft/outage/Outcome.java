package dev.croft.outage;

/** How a unit of work ended, as far as it was told. */
enum Outcome {
  ACKNOWLEDGED,
  ABSENT,
  UNKNOWN
}
