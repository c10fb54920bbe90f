package dev.collab.examples.helpdesk.web;

import dev.collab.examples.helpdesk.json.Json;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers what the server refuses before any route sees it: a path that is none, headers that are too long. */
final class Unparsed implements Request.Handler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus() < 400 ? 400 : response.getStatus();
        var problem = Problem.of(status, "INVALID_ARGUMENT", "The request is not right.");
        Guard.addHeaders("", (name, value) -> response.getHeaders().put(name, value));
        response.getHeaders().put("Content-Type", "application/problem+json");
        Content.Sink.write(response, true, Json.text(problem), callback);
        return true;
    }
}
