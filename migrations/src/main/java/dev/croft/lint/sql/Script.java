package dev.croft.lint.sql;

import java.util.List;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLLexer;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.StatementContext;

/** Reads scripts. It needs pgcodekeeper-core and antlr4-runtime, which are optional. */
public final class Script {
  private Script() {}

  /**
   * The statements of a script. What stands in string constants, such as the body of a function or
   * of a DO block, is not looked into.
   *
   * @throws SqlSyntaxException where a statement is not SQL as PostgreSQL understands it
   */
  public static List<Statement> read(String sql) throws SqlSyntaxException {
    try {
      return tree(sql).statement().stream().map(Script::statement).toList();
    } catch (ParseCancellationException e) {
      if (e.getCause() instanceof SqlSyntaxException syntax) {
        throw syntax;
      }
      throw e;
    }
  }

  private static SQLParser.SqlContext tree(String sql) {
    SQLLexer lexer = new SQLLexer(CharStreams.fromString(sql));
    lexer.removeErrorListeners();
    lexer.addErrorListener(new Refusal());
    SQLParser parser = new SQLParser(new CommonTokenStream(lexer));
    parser.removeErrorListeners();
    parser.addErrorListener(new Refusal());
    parser.getInterpreter().setPredictionMode(PredictionMode.LL);
    return parser.sql();
  }

  private static Statement statement(StatementContext tree) {
    return new Statement(
        tree.getStart().getLine(),
        Words.of(tree),
        StatementEffects.isDefinition(tree),
        StatementEffects.of(tree));
  }

  private static final class Refusal extends BaseErrorListener {
    @Override
    public void syntaxError(
        Recognizer<?, ?> recognizer,
        @Nullable Object token,
        int line,
        int column,
        String problem,
        @Nullable RecognitionException cause) {
      throw new ParseCancellationException(new SqlSyntaxException(line, problem));
    }
  }
}
