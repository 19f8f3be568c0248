package dev.croft.isolation;

import static java.lang.Character.isLetterOrDigit;
import static java.util.Objects.requireNonNull;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.regex.Pattern;
import org.jooq.Context;
import org.jooq.DataType;
import org.jooq.Keyword;
import org.jooq.Name;
import org.jooq.Param;
import org.jooq.QueryPart;
import org.jooq.SQL;
import org.jooq.VisitContext;
import org.jooq.impl.CustomCondition;
import org.jooq.impl.CustomField;
import org.jooq.impl.CustomQueryPart;
import org.jooq.impl.QOM;
import org.jooq.impl.SchemaImpl;
import org.jooq.impl.TableImpl;
import org.jspecify.annotations.Nullable;

/** Refuses the parts with which a caller could write text into a statement, unseen by the fence. */
final class RawText {
  private static final String JOOQ = "org.jooq.";
  private static final Pattern TYPE =
      Pattern.compile("[\\w .\"]+(\\([\\d ,]*\\))?[\\w ]*(\\[\\d*])*");

  private static final ClassValue<Boolean> IS_JOOQ_S =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return type.getName().startsWith(JOOQ);
        }
      };

  private RawText() {}

  /** Whether the class of {@code object} is one of jOOQ's. */
  static boolean isOfJooq(Object object) {
    return IS_JOOQ_S.get(object.getClass());
  }

  /**
   * Refuses the part that {@code context} is about to visit, if it is such a part.
   *
   * @param inTemplate whether it stands in a template, at whatever depth
   */
  static void check(VisitContext context, boolean inTemplate) {
    QueryPart part = context.queryPart();
    if (part instanceof Name name) {
      checkName(name);
    } else if (part instanceof Keyword) {
      checkKeyword(context, inTemplate);
    } else if (part instanceof Param<?> param) {
      checkType(param.getDataType(), context.context());
    } else if (part instanceof QOM.Cast<?> cast) {
      checkType(cast.$dataType(), context.context());
    } else if (!isWrittenByJooq(part)) {
      throw StatementKinds.refused("A query part of one's own", "jOOQ's own");
    }
  }

  /** A system name is not quoted. The parts of a qualified name are visited one by one. */
  private static void checkName(Name name) {
    if (!name.qualified() && name.quoted() == Name.Quoted.SYSTEM && !isWord(name.last())) {
      throw StatementKinds.refused("A system name that is not one word", "DSL.name(…)");
    }
  }

  /** As an argument of a template a keyword is the caller's, and may hold any text. */
  private static void checkKeyword(VisitContext context, boolean inTemplate) {
    if (!inTemplate) {
      return;
    }
    QueryPart[] parts = context.queryParts();
    int parent = parts.length - 2;
    while (parent > 0
        && (parts[parent] instanceof Collection || parts[parent] instanceof CustomQueryPart)) {
      parent--;
    }
    if (parent >= 0 && parts[parent] instanceof SQL) {
      throw StatementKinds.refused("A keyword in a template", "jOOQ's typed API");
    }
  }

  private static void checkType(DataType<?> type, Context<?> context) {
    String name = type.getCastTypeName(context.configuration());
    if (!isWord(name) && !TYPE.matcher(name).matches()) {
      throw StatementKinds.refused("A data type that is more than a name", "a type of SQLDataType");
    }
  }

  private static boolean isWord(@Nullable String text) {
    int length = text == null ? 0 : text.length();
    for (int i = 0; i < length; i++) {
      char c = requireNonNull(text).charAt(i);
      if (c != '_' && !isLetterOrDigit(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWrittenByJooq(QueryPart part) {
    if (part instanceof CustomField
        || part instanceof CustomCondition
        || part instanceof CustomQueryPart) {
      return part instanceof TenantPredicate || part instanceof TenantLiteral || isMadeByJooq(part);
    }
    return isOfJooq(part) || part instanceof TableImpl || part instanceof SchemaImpl;
  }

  /** jOOQ makes custom parts for itself, of functions that are its own. */
  private static boolean isMadeByJooq(QueryPart part) {
    for (Field field : part.getClass().getDeclaredFields()) {
      try {
        if (!field.trySetAccessible() || !IS_JOOQ_S.get(field.get(part).getClass())) {
          return false;
        }
      } catch (IllegalAccessException e) {
        return false;
      }
    }
    return IS_JOOQ_S.get(part.getClass());
  }
}
