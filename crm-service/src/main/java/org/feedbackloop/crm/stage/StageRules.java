package org.feedbackloop.crm.stage;

import static org.feedbackloop.event.v1.Direction.DOWN;
import static org.feedbackloop.event.v1.Direction.UP;
import static org.feedbackloop.event.v1.StageModel.LIFECYCLE;
import static org.feedbackloop.event.v1.StageModel.RELATIONSHIP;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feedbackloop.event.v1.Direction;
import org.feedbackloop.event.v1.FeedbackType;
import org.feedbackloop.event.v1.StageModel;
import org.feedbackloop.event.v1.StageMove;

/** How a relationship moves when a customer says something. Along each line the first rule that applies decides. */
public final class StageRules {

    private static final List<List<StageRule>> LINES = List.of(lifecycle(), relationship());

    private StageRules() {}

    private static List<StageRule> lifecycle() {
        return List.of(new FirstHeard(LIFECYCLE, "potential"));
    }

    private static List<StageRule> relationship() {
        return List.of(
                new FirstHeard(RELATIONSHIP, "awareness"),
                new Said(
                        "complaint-sets-back",
                        Set.of(FeedbackType.COMPLAINT),
                        List.of("commitment", "expansion", "exploration"),
                        DOWN),
                new Said(
                        "speaks-well-of-us",
                        Set.of(FeedbackType.PRAISE, FeedbackType.REFERRAL),
                        List.of("awareness", "exploration", "expansion", "commitment"),
                        UP),
                new Said(
                        "came-back",
                        Set.of(FeedbackType.QUESTION, FeedbackType.IDEA),
                        List.of("awareness", "exploration"),
                        UP));
    }

    /** The steps that follow from what was said, taken: the standing is afterwards where they lead. */
    public static List<StageMove> apply(Standing standing, FeedbackType said) {
        List<StageMove> moves = new ArrayList<>(2);
        for (List<StageRule> line : LINES) {
            line.stream()
                    .flatMap(rule -> rule.move(standing, said).stream())
                    .findFirst()
                    .ifPresent(move -> {
                        standing.moveTo(move.model(), move.to());
                        moves.add(move);
                    });
        }
        return moves;
    }

    /** Somebody new starts at the beginning. */
    private record FirstHeard(StageModel model, String stage) implements StageRule {
        @Override
        public Optional<StageMove> move(Standing standing, FeedbackType said) {
            return standing.along(model) == null
                    ? Optional.of(new StageMove(model, null, stage, UP, "first-heard"))
                    : Optional.empty();
        }
    }

    /** One step along the path, for those who said one of these things and are on it; from its last stage there is no step. */
    private record Said(String rule, Set<FeedbackType> types, List<String> path, Direction direction)
            implements StageRule {
        @Override
        public Optional<StageMove> move(Standing standing, FeedbackType said) {
            String from = standing.along(RELATIONSHIP);
            int at = path.indexOf(from);
            return types.contains(said) && at >= 0 && at < path.size() - 1
                    ? Optional.of(new StageMove(RELATIONSHIP, from, path.get(at + 1), direction, rule))
                    : Optional.empty();
        }
    }
}
