package org.feedbackloop.crm.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.feedbackloop.event.CaseId;
import org.feedbackloop.event.EventId;
import org.feedbackloop.event.FollowUpId;

/** Answers in PostgreSQL. */
@ApplicationScoped
class PanacheAnswers implements Answers {

    @Override
    public Optional<Answer> find(EventId id) {
        return AnswerRow.<AnswerRow>findByIdOptional(id.value())
                .map(row -> new Answer(
                        id,
                        new CaseId(row.caseId),
                        row.consultant,
                        row.text,
                        row.givenAt,
                        new FollowUpId(row.followUpId)));
    }

    @Override
    public void add(Answer answer) {
        AnswerRow row = new AnswerRow();
        row.id = answer.id().value();
        row.caseId = answer.caseId().value();
        row.consultant = answer.consultant();
        row.text = answer.text();
        row.givenAt = answer.givenAt();
        row.followUpId = answer.followUp().value();
        row.persist();
    }
}
