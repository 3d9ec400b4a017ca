package io.github.camelcm.messenger.shop;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Says what is wrong with a call to the REST resources, without repeating what it held. */
@RestControllerAdvice
final class Problems extends ResponseEntityExceptionHandler {

    @ExceptionHandler
    ProblemDetail conflict(OrderConflictException conflict) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, conflict.getMessage());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ex.getBody()
                .setDetail(ex.getParameterValidationResults().stream()
                        .flatMap(Problems::sentences)
                        .sorted()
                        .collect(Collectors.joining("; ")));
        return super.handleHandlerMethodValidationException(ex, headers, status, request);
    }

    private static Stream<String> sentences(ParameterValidationResult result) {
        String parameter = result.getMethodParameter().getParameterName();
        return result.getResolvableErrors().stream()
                .map(error -> name(error, parameter) + " " + error.getDefaultMessage());
    }

    private static @Nullable String name(MessageSourceResolvable error, @Nullable String parameter) {
        return error instanceof FieldError field ? field.getField() : parameter;
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, unreadable(ex.getCause()));
        return handleExceptionInternal(ex, problem, headers, status, request);
    }

    private static String unreadable(@Nullable Throwable cause) {
        if (cause instanceof InvalidFormatException format
                && format.getTargetType().isEnum()) {
            return path(format) + " must be one of "
                    + Arrays.toString(format.getTargetType().getEnumConstants());
        }
        if (cause instanceof PropertyBindingException unknown) {
            return path(unknown) + " is not known; there are "
                    + unknown.getKnownPropertyIds().stream().sorted().toList();
        }
        if (cause instanceof JsonMappingException shape && !shape.getPath().isEmpty()) {
            return path(shape) + " has the wrong type";
        }
        return "The body must be a JSON object";
    }

    private static String path(JsonMappingException exception) {
        return exception.getPath().stream().map(Reference::getFieldName).collect(Collectors.joining("."));
    }
}
