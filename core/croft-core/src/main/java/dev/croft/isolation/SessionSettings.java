package dev.croft.isolation;

import org.jooq.Configuration;
import org.jooq.conf.InvocationOrder;
import org.jooq.conf.ParamType;
import org.jooq.conf.RenderMapping;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.RenderTable;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.jspecify.annotations.Nullable;

/** The jOOQ settings of sessions, and those among them that the fence stands on. */
final class SessionSettings {
  private SessionSettings() {}

  /** The loader's cache of statements would be an execute listener ahead of the guard. */
  static Settings fresh() {
    return new Settings()
        .withCachePreparedStatementInLoader(false)
        .withExecuteLogging(false)
        .withRenderCatalog(false)
        .withRenderQuotedNames(RenderQuotedNames.ALWAYS);
  }

  /**
   * Makes jOOQ complain of a record that was not updated or deleted. It locks nothing and compares
   * no versions: what that would take is what the second setting leaves out.
   */
  static Settings forRecords(Settings settings) {
    return settings
        .withExecuteWithOptimisticLocking(true)
        .withExecuteWithOptimisticLockingExcludeUnversioned(true);
  }

  /** Settings can be changed in place; comparing all of them takes as long as rendering. */
  static boolean areKept(Configuration configuration) {
    Settings settings = configuration.settings();
    return namesTables(settings)
        && settings.getStatementType() == StatementType.PREPARED_STATEMENT
        && Boolean.TRUE.equals(settings.isExecuteWithOptimisticLocking())
        && Boolean.TRUE.equals(settings.isExecuteWithOptimisticLockingExcludeUnversioned())
        && settings.getParamType() == ParamType.INDEXED
        && !Boolean.TRUE.equals(settings.isRenderFormatted())
        && !Boolean.TRUE.equals(settings.isRenderPlainSQLTemplatesAsRaw())
        && settings.getExecuteListenerStartInvocationOrder() == InvocationOrder.DEFAULT
        && settings.getExecuteListenerEndInvocationOrder() == InvocationOrder.DEFAULT;
  }

  /** Each by its own name and schema, in quotes. */
  private static boolean namesTables(Settings settings) {
    return settings.getRenderQuotedNames() == RenderQuotedNames.ALWAYS
        && isEmpty(settings.getRenderMapping())
        && settings.getRenderTable() == RenderTable.ALWAYS
        && Boolean.TRUE.equals(settings.isRenderSchema());
  }

  /** jOOQ sets an empty mapping where there is none. */
  private static boolean isEmpty(@Nullable RenderMapping mapping) {
    return mapping == null
        || (mapping.getDefaultCatalog() == null
            && mapping.getDefaultSchema() == null
            && mapping.getCatalogs().isEmpty()
            && mapping.getSchemata().isEmpty());
  }
}
