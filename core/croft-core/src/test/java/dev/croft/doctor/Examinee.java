package dev.croft.doctor;

/** A database that is brought into a state, and then looked at by the doctor. */
interface Examinee extends AutoCloseable {

  /** Runs SQL as a superuser, with the names of this database put in. */
  void asSuperuser(String sql);

  /** What the doctor finds as the runtime role. */
  Examination examine();

  /** Puts the names of this database in. */
  String named(String text);

  @Override
  void close();
}
