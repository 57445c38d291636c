import { SendFailure } from "../shared/failure.js";

/**
 * Answers of the Web API after which the same message will never be taken (docs: chat.postMessage, chat.update,
 * chat.delete, conversations.open). What is not named here and has the form of a code was refused for now.
 */
const FINAL = new Set([
  ...[
    "channel_not_found",
    "not_in_channel",
    "is_archived",
    "is_inactive",
    "thread_not_found",
    "invalid_channel",
  ],
  ...["account_inactive", "token_revoked", "app_uninstalled", "team_not_found", "team_access_not_granted"],
  ...["user_not_found", "users_not_found", "user_disabled", "user_not_visible", "cannot_dm_bot"],
  ...["messages_tab_disabled", "no_permission", "ekm_access_denied", "cannot_reply_to_message"],
  ...["restricted_action", "restricted_action_read_only_channel", "restricted_action_thread_only_channel"],
  ...["restricted_action_non_threadable_channel", "restricted_action_thread_locked"],
  ...["channel_type_not_supported", "method_not_supported_for_channel_type", "enterprise_is_restricted"],
  ...["msg_too_long", "msg_blocks_too_long", "invalid_blocks", "invalid_blocks_format", "no_text"],
  ...["too_many_attachments", "invalid_arguments", "invalid_form_data", "invalid_metadata_format"],
  ...["metadata_too_large", "metadata_must_be_sent_from_app"],
  ...["message_not_found", "cant_update_message", "cant_delete_message", "edit_window_closed"],
]);

/** Answers of a server that failed on the way: part of it may have been done. */
const DOUBTFUL = new Set(["internal_error", "fatal_error", "service_unavailable", "service_timeout"]);

/** No connection came about, so nothing was sent. */
const UNREACHED = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENETUNREACH",
  "EHOSTUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/**
 * What the outbox must know of a failed call. The message names the method and Slack's code; never what was sent, a
 * token, or what else stands in the SDK's error (of an answer that is no JSON it holds the whole page).
 */
export function failureOf(method: string, error: unknown): SendFailure {
  if (error instanceof SendFailure) return error;
  const { code, data, statusCode, retryAfter, original } = fieldsOf(error);
  switch (code) {
    case "slack_webapi_rate_limited_error":
      return new SendFailure(
        "retryable",
        `${method}: Slack asks to wait`,
        typeof retryAfter === "number" && retryAfter > 0 ? { retryAfter: retryAfter * 1000 } : {},
      );
    case "slack_webapi_platform_error":
      return platformFailure(method, fieldsOf(data)["error"]);
    case "slack_webapi_http_error":
      // a proxy's 4xx never reached Slack's own code, which answers 200 or 429
      return typeof statusCode === "number" && statusCode < 500 && statusCode !== 408
        ? new SendFailure("retryable", `${method}: status ${statusCode}`)
        : new SendFailure("unknown", `${method}: status ${String(statusCode)}`);
    case "slack_webapi_request_error": {
      const reason = causeOf(original);
      return UNREACHED.has(reason)
        ? new SendFailure("retryable", `${method}: no connection (${reason})`)
        : new SendFailure("unknown", `${method}: no answer (${reason})`);
    }
    default:
      // the SDK has no class for a 429 without a usable Retry-After
      if (error instanceof Error && error.message.startsWith("Retry header did not contain"))
        return new SendFailure("retryable", `${method}: Slack asks to wait`);
      return new SendFailure("unknown", `${method}: ${error instanceof Error ? error.name : "failed"}`);
  }
}

/** Slack's own code of a failed call, where it gave one. */
export function codeOf(error: unknown): string | null {
  const { code, data } = fieldsOf(error);
  const said = code === "slack_webapi_platform_error" ? fieldsOf(data)["error"] : null;
  return typeof said === "string" && isCode(said) ? said : null;
}

function platformFailure(method: string, said: unknown): SendFailure {
  if (typeof said !== "string" || !isCode(said))
    return new SendFailure("unknown", `${method}: an answer that is not Slack's`);
  if (FINAL.has(said)) return new SendFailure("undeliverable", `${method}: ${said}`);
  return new SendFailure(DOUBTFUL.has(said) ? "unknown" : "retryable", `${method}: ${said}`);
}

function isCode(said: string): boolean {
  return /^[a-z][a-z0-9_-]{1,80}$/u.test(said);
}

function causeOf(error: unknown): string {
  const { code, cause, name } = fieldsOf(error);
  const words = [fieldsOf(cause)["code"], code, name];
  return (
    (words.find((word) => typeof word === "string" && /^\w{1,60}$/u.test(word)) as string | undefined) ??
    "failed"
  );
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
