package org.feedbackloop.intake.kiosk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.feedbackloop.event.v1.Channel;
import org.feedbackloop.event.v1.FeedbackReceived;
import org.feedbackloop.intake.access.Integration;
import org.feedbackloop.intake.access.Visitors;
import org.feedbackloop.intake.channel.JsonBody;
import org.feedbackloop.intake.channel.RawRequest;
import org.feedbackloop.intake.draft.Normaliser;
import org.feedbackloop.intake.page.NoticePage;
import org.feedbackloop.intake.page.PageLanguage;
import org.feedbackloop.intake.page.PageResource;
import org.feedbackloop.intake.page.PageTokens;
import org.feedbackloop.intake.page.PageTokens.PageToken;
import org.feedbackloop.intake.page.SentForm;
import org.feedbackloop.intake.problem.Problem.Kind;
import org.feedbackloop.intake.problem.Refusal;
import org.feedbackloop.intake.publish.IdempotencyKey;
import org.feedbackloop.intake.publish.Intake;
import org.jspecify.annotations.Nullable;

/**
 * The terminals' pages, and where they send what was answered. With scripts a terminal keeps answers and sends them by
 * itself; without, its page is a form like any other.
 */
@NonBlocking
@Path("/kiosk/{terminal}")
@Produces(MediaType.TEXT_HTML)
public class KioskResource extends PageResource {

    private static final JsonBody<KioskAnswer> ANSWER = new JsonBody<>(KioskAnswer.class);

    /** How long a terminal without scripts says thank you before it asks the next customer. */
    private static final int THANKS_SECONDS = 6;

    private final Terminals terminals;
    private final PageTokens tokens;
    private final Visitors visitors;
    private final Intake intake;
    private final Normaliser normaliser;
    private final Clock clock;

    KioskResource(
            Terminals terminals,
            PageTokens tokens,
            Visitors visitors,
            Intake intake,
            Normaliser normaliser,
            Clock clock) {
        this.terminals = terminals;
        this.tokens = tokens;
        this.visitors = visitors;
        this.intake = intake;
        this.normaliser = normaliser;
        this.clock = clock;
    }

    @GET
    public Response show(
            @PathParam("terminal") String name, @QueryParam("lang") @Nullable String wanted, HttpHeaders headers) {
        Terminal terminal = terminals.named(name).orElse(null);
        return terminal == null
                ? missing(wanted, headers)
                : html(200, Pages.ask(page(terminal, language(wanted, terminal), null, "")));
    }

    @POST
    @Path("answers")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> take(
            @PathParam("terminal") String name, HttpHeaders headers, HttpServerRequest client, byte[] body) {
        Terminal terminal = terminals.named(name).orElseThrow(PageResource::missing);
        visitors.admit(client.remoteAddress().hostAddress());
        return intake.accept(
                        raw -> ANSWER.read(raw.body(), answer -> answer.adapt(normaliser, terminal, raw.receivedAt())),
                        new RawRequest(headers::getHeaderString, path(terminal), body, clock.instant()),
                        integration(terminal),
                        null,
                        trace(headers))
                .thenApply(answer -> answer.fold(ids -> receipt(ids.get(0)), problem -> {
                    throw new Refusal(problem);
                }));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public CompletionStage<Response> send(
            @PathParam("terminal") String name,
            @QueryParam("lang") @Nullable String wanted,
            HttpHeaders headers,
            HttpServerRequest client,
            byte[] body) {
        Terminal terminal = terminals.named(name).orElse(null);
        if (terminal == null) {
            return CompletableFuture.completedFuture(missing(wanted, headers));
        }
        PageLanguage language = language(wanted, terminal);
        try {
            visitors.admit(client.remoteAddress().hostAddress());
        } catch (Refusal tooMany) {
            return CompletableFuture.completedFuture(
                    notice(tooMany, headers, new NoticePage(language, terminal.brand(), terminal.languages(), "busy")));
        }
        SentForm form = SentForm.parse(body);
        String text = form.text("text");
        // A terminal's page is open for days and answered with one touch: neither is too old or too quick.
        Optional<PageToken> token = tokens.read(path(terminal), form.text("token"), clock.instant());
        if (token.isEmpty()) {
            return CompletableFuture.completedFuture(html(400, Pages.ask(page(terminal, language, "token", text))));
        }
        return intake.accept(
                        raw -> KioskAnswer.adaptForm(
                                form.number("score"), text, normaliser, terminal, language, raw.receivedAt()),
                        new RawRequest(headers::getHeaderString, path(terminal), body, clock.instant()),
                        integration(terminal),
                        new IdempotencyKey(token.get().id().toString(), 0),
                        trace(headers))
                .thenApply(answer -> answer.fold(
                        ids -> seeOther(path(terminal) + "/thanks?lang=" + language.getTag()),
                        problem -> html(
                                problem.status(),
                                Pages.ask(page(terminal, language, noticeOf(problem.kind(), form), text)))));
    }

    @GET
    @Path("thanks")
    public Response thank(
            @PathParam("terminal") String name, @QueryParam("lang") @Nullable String wanted, HttpHeaders headers) {
        Terminal terminal = terminals.named(name).orElse(null);
        if (terminal == null) {
            return missing(wanted, headers);
        }
        Response thanks = html(200, Pages.thanks(page(terminal, language(wanted, terminal), null, "")));
        return Response.fromResponse(thanks)
                .header("Refresh", THANKS_SECONDS + "; url=" + path(terminal))
                .build();
    }

    private KioskPage page(Terminal terminal, PageLanguage language, @Nullable String notice, String text) {
        String token = tokens.make(path(terminal), clock.instant());
        return new KioskPage(
                terminal, language, token, notice == null ? null : language.text("problem." + notice), text);
    }

    private static String noticeOf(Kind kind, SentForm form) {
        return switch (kind) {
            case INVALID_FEEDBACK -> form.text("text").length() > FeedbackReceived.MAX_TEXT ? "message.long" : "score";
            case IDEMPOTENCY_KEY_REUSED -> "changed";
            default -> "unavailable";
        };
    }

    /** The browser of a terminal speaks the language of who set it up: the terminal's own comes first. */
    private static PageLanguage language(@Nullable String wanted, Terminal terminal) {
        return wanted == null ? terminal.home() : PageLanguage.choose(wanted, null, terminal.languages());
    }

    private static Integration integration(Terminal terminal) {
        return new Integration(path(terminal).substring(1), terminal.brand(), Set.of(Channel.KIOSK));
    }

    private static String path(Terminal terminal) {
        return "/kiosk/" + terminal.name();
    }

    @CheckedTemplate(basePath = "kiosk")
    static class Pages {

        static native TemplateInstance ask(KioskPage page);

        static native TemplateInstance thanks(KioskPage page);
    }
}
