package org.feedbackloop.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Somebody else's website, on an origin of its own, whose policy allows our origin and nothing inline. */
final class ForeignSite implements AutoCloseable {

    private final HttpServer server;

    private ForeignSite(HttpServer server) {
        this.server = server;
    }

    static ForeignSite open(int intakePort) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                String intake = "http://127.0.0.1:" + intakePort;
                String query = exchange.getRequestURI().getQuery();
                String language = query == null ? "en" : query.replace("lang=", "");
                byte[] page = ("<!DOCTYPE html><html lang=\"" + language + "\" dir=\""
                                + (language.equals("fa") ? "rtl" : "ltr")
                                + "\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
                                + "<title>Lamps</title><main><h1>Lamps</h1><p>Our lamps shine.</p>"
                                + "<a href=\"/more\">More lamps</a></main><script src=\"" + intake
                                + "/widget.js\" data-form=\"contact\" data-lang=\"" + language
                                + "\" defer></script></html>")
                        .getBytes(UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "text/html;charset=UTF-8");
                exchange.getResponseHeaders()
                        .add(
                                "Content-Security-Policy",
                                "default-src 'none'; script-src " + intake + "; connect-src " + intake
                                        + "; base-uri 'none'; form-action 'none'; "
                                        + "require-trusted-types-for 'script'; trusted-types 'none'");
                exchange.sendResponseHeaders(200, page.length);
                try (var body = exchange.getResponseBody()) {
                    body.write(page);
                }
            });
            server.start();
            return new ForeignSite(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address(String language) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/?lang=" + language;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
