package io.yipiao.gateway.http;

import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.Json;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An answer that is not what was asked for, as RFC 9457 has it: {@code {type, title, status,
 * detail, id, errors?, claim?}}.
 *
 * @param name what programs may rely on; the type is {@code urn:yipiao:problem:NAME}
 * @param title the kind of problem, a few words
 * @param detail what happened and what to do, in whole sentences
 * @param errors the fields at fault
 * @param claim the other claim's number, where one may be told
 * @param retryAfter how long to wait before trying again
 */
public record Problem(
        int status,
        String name,
        String title,
        String detail,
        List<FieldError> errors,
        Optional<String> claim,
        Optional<Duration> retryAfter) {

    public Problem {
        errors = List.copyOf(errors);
    }

    /** A problem without fields. */
    public static Problem of(int status, String name, String title, String detail) {
        return new Problem(
                status, name, title, detail, List.of(), Optional.empty(), Optional.empty());
    }

    /** 400: these fields are wrong. */
    public static Problem fields(FieldError... errors) {
        return fields(Arrays.asList(errors));
    }

    /** 400: these fields are wrong. */
    public static Problem fields(List<FieldError> errors) {
        String count = errors.size() == 1 ? "One field is" : errors.size() + " fields are";
        return new Problem(
                400,
                "fields",
                count + " not as expected",
                "Nothing was changed. Correct what is listed and send the request again.",
                errors,
                Optional.empty(),
                Optional.empty());
    }

    /** 404: there is no such thing, or it is another's. */
    public static Problem notFound(String what) {
        return of(
                404,
                "not-found",
                "Not found",
                "There is no such " + what + ", or not yet, or it is not yours.");
    }

    /** 409: the thing stands otherwise than the request supposes. */
    public static Problem conflict(String name, String title, String detail) {
        return of(409, name, title, detail);
    }

    /** 503: try again, nothing is lost. */
    public static Problem unavailable(String detail) {
        return of(503, "unavailable", "Not available just now", detail)
                .afterWaiting(Duration.ofSeconds(5));
    }

    public Problem withClaim(String number) {
        return new Problem(status, name, title, detail, errors, Optional.of(number), retryAfter);
    }

    public Problem afterWaiting(Duration time) {
        return new Problem(status, name, title, detail, errors, claim, Optional.of(time));
    }

    /**
     * The answer to a request.
     *
     * @param request its number, which the journal bears too
     */
    public Answer answer(String request) {
        Json.Writer body =
                Json.object()
                        .put("type", "urn:yipiao:problem:" + name)
                        .put("title", title)
                        .put("status", status)
                        .put("detail", detail)
                        .put("id", request)
                        .putText("claim", claim);
        if (!errors.isEmpty()) {
            body.put("errors", errors.stream().map(FieldError::json).toList());
        }
        Answer answer = Answer.of(status, "application/problem+json", Jcs.bytes(body.end()));
        return retryAfter
                .map(time -> answer.with("Retry-After", Long.toString(time.toSeconds())))
                .orElse(answer);
    }
}
