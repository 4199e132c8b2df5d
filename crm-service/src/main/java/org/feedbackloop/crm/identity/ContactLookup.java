package org.feedbackloop.crm.identity;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.feedbackloop.event.v1.Contact;
import org.feedbackloop.event.v1.ContactKind;

/** What a person may mean who types an address to find a customer: e-mail, phone, or a number or handle as it stands. */
final class ContactLookup {

    private final String defaultRegion;

    /** @param defaultRegion for phone numbers without a country code, as ISO 3166 */
    ContactLookup(String defaultRegion) {
        this.defaultRegion = defaultRegion;
    }

    /** The contact points that the text may stand for, likeliest first. */
    List<Contact> readings(String text) {
        String typed = text.strip();
        List<Contact> readings = new ArrayList<>();
        if (typed.isEmpty() || typed.length() > 320) {
            return readings;
        }
        if (typed.indexOf('@') > 0) {
            readings.add(new Contact(ContactKind.EMAIL, typed.toLowerCase(Locale.ROOT)));
        }
        try {
            var numbers = PhoneNumberUtil.getInstance();
            var number = numbers.parse(typed, defaultRegion);
            if (numbers.isPossibleNumber(number)) {
                readings.add(new Contact(ContactKind.PHONE, numbers.format(number, PhoneNumberFormat.E164)));
            }
        } catch (NumberParseException notAPhone) {
            // Then it is read as something else.
        }
        readings.add(new Contact(ContactKind.CUSTOMER_NUMBER, typed));
        readings.add(new Contact(ContactKind.MESSENGER, typed));
        readings.add(new Contact(ContactKind.VISITOR, typed));
        return readings;
    }
}
