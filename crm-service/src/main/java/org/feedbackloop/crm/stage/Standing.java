package org.feedbackloop.crm.stage;

import java.util.EnumMap;
import java.util.Map;
import org.feedbackloop.event.v1.StageModel;
import org.jspecify.annotations.Nullable;

/** Where one relationship stands along each line; nowhere, for somebody new. */
public final class Standing {

    private final Map<StageModel, String> stages = new EnumMap<>(StageModel.class);

    public @Nullable String along(StageModel model) {
        return stages.get(model);
    }

    public boolean isAt(StageModel model, String stage) {
        return stage.equals(stages.get(model));
    }

    public void moveTo(StageModel model, String stage) {
        stages.put(model, stage);
    }
}
