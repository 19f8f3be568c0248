package dev.croft.migrations;

import liquibase.logging.Logger;
import liquibase.logging.core.AbstractLogService;

/** Sends what Liquibase logs to slf4j. */
final class Slf4jLogService extends AbstractLogService {

  @Override
  public int getPriority() {
    return PRIORITY_SPECIALIZED;
  }

  @Override
  @SuppressWarnings("rawtypes") // as declared there
  public Logger getLog(Class type) {
    return new Slf4jLogger(type);
  }
}
