package io.yipiao.gateway.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.OutputUnit;
import io.vertx.openapi.contract.MediaType;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Parameter;
import io.vertx.openapi.contract.RequestBody;
import io.yipiao.gateway.access.Route;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Holds a request's parameters and JSON body against the contract. */
final class ContractCheck {
    private static final String JSON = "application/json";

    private final OpenAPIContract contract;

    ContractCheck(OpenAPIContract contract) {
        this.contract = contract;
    }

    /** Refuses a request whose parameters are not what the contract says, naming every fault. */
    void parameters(Route route, Call call) throws ProblemException {
        List<FieldError> errors = new ArrayList<>();
        for (Parameter parameter : operation(route).getParameters()) {
            Optional<String> text = find(parameter, call);
            if (text.isPresent()) {
                errors.addAll(check(parameter, text.get()));
            } else if (parameter.isRequired()) {
                errors.add(new FieldError(parameter.getName(), "a value", "nothing"));
            }
        }
        refuse(errors);
    }

    /** Refuses a request whose JSON body is not what the contract says, naming every fault. */
    void body(Route route, Call call) throws ProblemException {
        RequestBody expected = operation(route).getRequestBody();
        MediaType json = expected == null ? null : expected.getContent().get(JSON);
        if (json == null) {
            return;
        }
        if (!call.contentType().equals(JSON)) {
            throw new ProblemException(
                    Problem.of(
                            415,
                            "media-type",
                            "Another kind of body",
                            "Send the body with Content-Type: application/json."));
        }
        Object value;
        try {
            value = Json.decodeValue(Buffer.buffer(call.body()));
        } catch (DecodeException e) {
            throw new ProblemException(
                    Problem.fields(
                            new FieldError("body", "well-formed JSON (RFC 8259)", "other text")));
        }
        refuse(SchemaFaults.of(validate(json.getSchema(), value), value));
    }

    private static Optional<String> find(Parameter parameter, Call call) {
        String name = parameter.getName();
        return switch (parameter.getIn()) {
            case PATH -> Optional.of(call.path(name));
            case QUERY -> call.query(name);
            case HEADER -> call.header(name);
            case COOKIE -> Optional.empty();
        };
    }

    private List<FieldError> check(Parameter parameter, String text) {
        Object value = text;
        if ("integer".equals(parameter.getSchema().<String>get("type"))) {
            try {
                value = Long.parseLong(text);
            } catch (NumberFormatException e) {
                return List.of(new FieldError(parameter.getName(), "a whole number", text));
            }
        }
        List<FieldError> faults = SchemaFaults.of(validate(parameter.getSchema(), value), value);
        return faults.stream()
                .map(fault -> new FieldError(parameter.getName(), fault.expected(), fault.found()))
                .toList();
    }

    private OutputUnit validate(JsonSchema schema, Object value) {
        return contract.getSchemaRepository().validator(schema).validate(value);
    }

    private io.vertx.openapi.contract.Operation operation(Route route) {
        return Objects.requireNonNull(contract.operation(route.operation()), route.operation());
    }

    private static void refuse(List<FieldError> errors) throws ProblemException {
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.fields(errors));
        }
    }
}
