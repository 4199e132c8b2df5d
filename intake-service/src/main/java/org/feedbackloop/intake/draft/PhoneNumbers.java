package org.feedbackloop.intake.draft;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/**
 * The normal form of phone numbers: E.164.
 *
 * <p>The library's tables are loaded with the first number, so that one who never gets a number does not pay for them.
 */
final class PhoneNumbers {

    private final String region;

    /** @param region two letters (ISO 3166): how a number without a country code is meant */
    PhoneNumbers(String region) {
        this.region = region;
    }

    /** Empty if the text is no number that could be dialled. Possible is enough: numbering plans change faster than tables. */
    Optional<String> e164(String text) {
        PhoneNumberUtil library = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = library.parse(text, region);
            return library.isPossibleNumber(number)
                    ? Optional.of(library.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
