package dev.croft.connection;

import dev.croft.exception.SecretUnavailableException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The client of AWS Secrets Manager, and what its failures mean. */
final class SecretsClient {
  private static final Duration ATTEMPT = Duration.ofSeconds(3);
  private static final Duration CALL = Duration.ofSeconds(10);

  private SecretsClient() {}

  static SecretsManagerClient of(ConnectionSource.Secret secret) {
    var builder =
        SecretsManagerClient.builder()
            .region(Region.of(secret.region().orElse(secret.arn().region())))
            .overrideConfiguration(o -> o.apiCallAttemptTimeout(ATTEMPT).apiCallTimeout(CALL));
    secret.endpoint().ifPresent(builder::endpointOverride);
    return builder.build();
  }

  /** Reads the secret {@code arn}; what goes wrong is told without what was read. */
  static String read(String arn, Supplier<@Nullable String> call) {
    try {
      String text = call.get();
      if (text != null) {
        return text;
      }
    } catch (AwsServiceException e) {
      throw failed(arn, e);
    } catch (SdkClientException e) {
      throw unreached(arn, e);
    }
    throw new SecretUnavailableException(
        arn, "it holds no text", "Store it as text, in JSON, not as binary.");
  }

  private static SecretUnavailableException failed(String arn, AwsServiceException e) {
    String code = e.awsErrorDetails() == null ? "unknown" : e.awsErrorDetails().errorCode();
    String facts = "AWS Secrets Manager answered %d (%s)".formatted(e.statusCode(), code);
    return new SecretUnavailableException(arn, facts, advice(e, code));
  }

  private static String advice(AwsServiceException e, String code) {
    if (e.isThrottlingException() || code.equals("ThrottlingException")) {
      return "Try again later; read the secret from fewer places, or raise the account's quota.";
    }
    return switch (code) {
      case "AccessDeniedException" ->
          "Allow secretsmanager:GetSecretValue and DescribeSecret on it, and use of its key.";
      case "ResourceNotFoundException" -> "Check the ARN, its account and its region.";
      default -> "Look the code up in the API reference of AWS Secrets Manager.";
    };
  }

  private static SecretUnavailableException unreached(String arn, SdkClientException e) {
    boolean isTimeout =
        e instanceof ApiCallTimeoutException || e instanceof ApiCallAttemptTimeoutException;
    return new SecretUnavailableException(
        arn,
        isTimeout
            ? "AWS Secrets Manager did not answer in time"
            : "AWS Secrets Manager was not reached, or there are no AWS credentials",
        "Check the network, the endpoint and region, and the AWS credentials of this process.");
  }
}
