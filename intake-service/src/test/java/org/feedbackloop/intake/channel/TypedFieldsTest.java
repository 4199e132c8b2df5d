package org.feedbackloop.intake.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.feedbackloop.event.v1.ChannelDetails.Chat;
import org.feedbackloop.event.v1.ChannelDetails.SurveyAnswer;
import org.feedbackloop.event.v1.FeedbackRejected.FieldProblem;
import org.feedbackloop.event.v1.Rating;
import org.feedbackloop.event.v1.RatingScale;
import org.feedbackloop.intake.Adapting;
import org.feedbackloop.intake.draft.Adapted.SetAside;
import org.feedbackloop.intake.draft.FeedbackDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each typed channel makes of a field, or will not have in it. Apostrophes stand for quotation marks. */
class TypedFieldsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "phone-call     | {} | summary",
                "phone-call     | {'summary':'a','lengthSeconds':-1} | lengthSeconds",
                "phone-call     | {'summary':'a','lengthSeconds':86401} | lengthSeconds",
                "phone-call     | {'summary':'a','lengthSeconds':'5'} | lengthSeconds",
                "phone-call     | {'summary':'a','startedAt':'yesterday'} | startedAt",
                "phone-call     | {'summary':'a','startedAt':'2026-03-02T10:06:00Z'} | startedAt",
                "phone-call     | {'summary':'a','callerNumber':'withheld','email':'none'} | email callerNumber",
                "phone-call     | {'summary':'a','caller':'+442079460018'} | caller",
                "ivr            | {} | speech",
                "ivr            | {'menuPath':[]} | speech",
                "ivr            | {'speech':'a','digits':'two'} | digits",
                "ivr            | {'speech':'a','speechConfidencePercent':101} | speechConfidencePercent",
                "ivr            | {'speech':'a','menuPath':'main'} | menuPath",
                "ivr            | {'speech':'a','menuPath':['main','two\\nlines']} | menuPath[1]",
                "ivr            | {'score':5} | scale speech",
                "ivr            | {'scale':'csat','score':9} | score speech",
                "outbound-call  | {} | outcome summary",
                "outbound-call  | {'summary':'a'} | outcome",
                "outbound-call  | {'outcome':'reached'} | summary",
                "outbound-call  | {'outcome':'voicemail','summary':'a'} | outcome",
                "outbound-call  | {'outcome':'reached','summary':'a','warm':'yes'} | warm",
                "callback       | {} | phone topic",
                "callback       | {'phone':' ','topic':'a'} | phone",
                "callback       | {'phone':'12','topic':'a'} | phone",
                "callback       | {'phone':'+442079460018','topic':' '} | topic",
                "callback       | {'phone':'+442079460018','topic':'a','zone':'Warsaw'} | zone",
                "callback       | {'phone':'+442079460018','topic':'a','zone':'+01:00'} | zone",
                "callback       | {'phone':'+442079460018','topic':'a','from':'noon'} | from",
                "callback       | {'phone':'+442079460018','topic':'a','from':'2026-03-03T10:00:00Z','until':'2026-03-03T10:00:00Z'} | until",
                "kiosk          | {} | score",
                "kiosk          | {'score':0} | score",
                "kiosk          | {'score':6} | score",
                "kiosk          | {'score':4,'faces':3} | score",
                "kiosk          | {'score':1,'faces':6} | faces score",
                "kiosk          | {'scale':'stars','score':3,'faces':4} | faces",
                "kiosk          | {'scale':'thumbs','score':1} | scale score",
                "kiosk          | {'scale':'nps'} | score",
                "complaint-book | {} | entryDate text",
                "complaint-book | {'text':'a','entryDate':'01.03.2026'} | entryDate",
                "complaint-book | {'text':'a','entryDate':'2026-03-04'} | entryDate",
                "complaint-book | {'text':'a','entryDate':'+999999999-12-31'} | entryDate",
                "complaint-book | {'text':'a','entryDate':'1999-12-31'} | entryDate",
                "complaint-book | {'text':'a','entryDate':'2026-03-01','page':0} | page",
                "complaint-book | {'text':'a','entryDate':'2026-03-01','zone':'here'} | zone",
                "comment        | {} | text",
                "comment        | {'stars':6,'text':'a'} | stars",
                "comment        | {'text':'a','author':'two\\nlines'} | author",
                "community      | {} | text",
                "community      | {'text':'a','topic':'two\\nlines'} | topic",
                "visit          | {} | visitorId",
                "visit          | {'visitorId':'v-9'} | page",
                "visit          | {'visitorId':'v-9','page':'https://example.org','visitedAt':'1999-01-01T00:00:00Z'} | visitedAt",
                "chat           | {} | transcript",
                "chat           | {'transcript':[]} | transcript",
                "chat           | {'transcript':[null]} | transcript",
                "chat           | {'transcript':['hello']} | transcript[0]",
                "chat           | {'transcript':[{'text':'a'}],'summary':'b'} | transcript[0].by",
                "chat           | {'transcript':[{'by':'me','text':'a'}],'summary':'b'} | transcript[0].by",
                "chat           | {'transcript':[{'by':'bot','text':'Hello!'}]} | transcript",
                "chat           | {'transcript':[{'by':'bot','text':'a','at':'then'}],'summary':'b'} | transcript[0].at",
                "chat           | {'transcript':[{'by':'bot','said':'a'}]} | transcript[0].said",
                "chat           | {'summary':'a','lead':{'company':'b'}} | lead",
                "chat           | {'summary':'a','lead':[{'value':'b'}]} | lead[0].name",
                "chat           | {'summary':'a','csat':0} | csat",
                "survey         | {} | comment",
                "survey         | {'kind':'nps','score':11} | score comment",
                "survey         | {'kind':'nps','scale':'nps'} | score comment",
                "survey         | {'kind':'free-text','score':5,'comment':'a'} | scale",
                "survey         | {'kind':'quiz','comment':'a'} | kind",
                "survey         | {'comment':'a','answers':[{'answer':'b'}]} | answers[0].question",
            })
    void the_fields_that_are_to_be_mended_are_named(String address, String body, String fields) {
        assertThat(problems(address, body)).isEqualTo(fields);
    }

    @ParameterizedTest
    @MethodSource("org.feedbackloop.intake.channel.TypedChannels#all")
    void a_field_without_a_value_is_the_same_as_a_missing_one(TypedAdapter<?> adapter) {
        String blank = Arrays.stream(adapter.bodyType().getRecordComponents())
                .map(field -> '"' + field.getName() + "\":null")
                .collect(Collectors.joining(",", "{", "}"));

        assertThat(problems(adapter.address(), blank)).isEqualTo(problems(adapter.address(), "{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-answer", "busy", "wrong-number"})
    void a_call_in_which_no_customer_spoke_is_no_feedback(String outcome) {
        SetAside aside = Adapting.setAside(
                TypedChannels.at("outbound-call"), request("{'outcome':'" + outcome + "','operator':'op-3'}"));

        assertThat(aside.reason()).isEqualTo(SetAside.EMPTY);
    }

    @Test
    void what_was_left_on_a_mailbox_is_feedback() {
        assertThat(taken("outbound-call", "{'outcome':'no-answer','summary':'Asked us to write instead.'}")
                        .text())
                .isEqualTo("Asked us to write instead.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'speech':'my words','meaning':'a key','menuPath':['a','b']} | my words",
                "{'meaning':'a key','menuPath':['a','b'],'digits':'1'} | a key",
                "{'menuPath':['Delivery',null,'Damage'],'digits':'12'} | Delivery > Damage",
                "{'menuPath':[],'digits':'12#'} | 12#",
                "{'menuPath':['Delivery'],'scale':'stars','score':2} | \"\"",
            })
    void a_caller_is_quoted_as_closely_as_the_machine_can(String body, String text) {
        assertThat(taken("ivr", body).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"2,1,1", "2,2,5", "3,1,1", "3,2,3", "3,3,5", "4,1,1", "4,2,2", "4,3,4", "4,4,5", "5,1,1", "5,4,4"})
    void smileys_of_every_terminal_are_kept_as_one_of_five(int faces, int pressed, int kept) {
        assertThat(taken("kiosk", "{'faces':" + faces + ",'score':" + pressed + "}")
                        .rating())
                .isEqualTo(new Rating(RatingScale.SMILEY, kept));
    }

    @Test
    void stars_at_a_terminal_are_stars() {
        assertThat(taken("kiosk", "{'scale':'stars','score':3}").rating()).isEqualTo(new Rating(RatingScale.STARS, 3));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, , 2026-03-01T00:00:00Z",
        "2026-03-01, Asia/Tokyo, 2026-02-28T15:00:00Z",
        "2026-03-01, America/New_York, 2026-03-01T05:00:00Z",
        "2026-03-02, America/Los_Angeles, 2026-03-02T08:00:00Z",
        "2026-03-03, , 2026-03-02T10:00:00Z",
        "2026-03-03, Pacific/Auckland, 2026-03-02T10:00:00Z",
    })
    void an_entry_happened_at_the_start_of_its_day_and_never_after_we_learnt_it(
            String date, String zone, Instant occurredAt) {
        String named = zone == null ? "" : ",'zone':'" + zone + "'";

        assertThat(taken("complaint-book", "{'text':'a','entryDate':'" + date + "'" + named + "}")
                        .occurredAt())
                .isEqualTo(occurredAt);
    }

    @Test
    void a_summary_goes_before_the_words_of_a_transcript() {
        FeedbackDraft draft =
                taken("chat", "{'summary':'Asks for a refund','transcript':[{'by':'customer','text':'hm'}]}");

        assertThat(draft.text()).isEqualTo("Asks for a refund");
        assertThat(draft.details())
                .isEqualTo(new Chat(List.of(new Chat.Line("customer", null, null, "hm")), null, List.of()));
    }

    @Test
    void the_words_of_a_long_chat_have_to_be_put_in_short() {
        String line = "{'by':'customer','text':'" + "x".repeat(5_000) + "'}";

        assertThat(problems("chat", "{'transcript':[" + (line + ',').repeat(4) + line + "]}"))
                .isEqualTo("transcript");
    }

    @Test
    void a_transcript_may_have_so_many_lines() {
        String line = "{'by':'customer','text':'a'}";

        assertThat(taken("chat", "{'transcript':[" + (line + ',').repeat(499) + line + "]}")
                        .text())
                .hasSize(999);
        assertThat(problems("chat", "{'summary':'a','transcript':[" + (line + ',').repeat(500) + line + "]}"))
                .isEqualTo("transcript");
    }

    @Test
    void answers_are_the_text_of_a_survey_without_a_comment() {
        FeedbackDraft draft = taken(
                "survey",
                "{'kind':'csat','score':5,'question':'How was it?',"
                        + "'answers':[{'question':'Why?','answer':'Fast'},{'question':'Else?','answer':' '}]}");

        assertThat(draft.text()).isEqualTo("Fast");
        assertThat(draft.rating()).isEqualTo(new Rating(RatingScale.CSAT, 5));
        assertThat(draft.details())
                .isEqualTo(new SurveyAnswer(
                        "csat",
                        null,
                        List.of(new SurveyAnswer.Answer("How was it?", "5"), new SurveyAnswer.Answer("Why?", "Fast"))));
    }

    private static String problems(String address, String body) {
        return Adapting.problem(TypedChannels.at(address)::adapt, request(body)).invalidParams().stream()
                .map(FieldProblem::name)
                .collect(Collectors.joining(" "));
    }

    private static FeedbackDraft taken(String address, String body) {
        return Adapting.feedback(TypedChannels.at(address), body.replace('\'', '"'));
    }

    private static RawRequest request(String body) {
        return Adapting.request(body.replace('\'', '"').getBytes(UTF_8));
    }
}
