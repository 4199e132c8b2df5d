package org.feedbackloop.intake.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How what the channels send is to be understood. */
@ConfigMapping(prefix = "intake.normalise")
interface ChannelConfig {

    /** Two letters (ISO 3166): the country that a phone number without a country code belongs to. */
    @WithDefault("US")
    String phoneRegion();
}
