package dev.collab.examples.helpdesk.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

/**
 * Is how somebody looks at a page.
 *
 * @param width of the window
 * @param height of the window
 * @param scheme light or dark
 * @param locale their language
 * @param zone their time zone
 */
record Look(int width, int height, ColorScheme scheme, String locale, String zone) {
    static final Look DESK = new Look(1280, 800, ColorScheme.LIGHT, "en-GB", "Europe/Berlin");
    static final Look PHONE = new Look(390, 844, ColorScheme.LIGHT, "en-GB", "Europe/Berlin");

    Look dark() {
        return new Look(width, height, ColorScheme.DARK, locale, zone);
    }

    Look in(String otherLocale, String otherZone) {
        return new Look(width, height, scheme, otherLocale, otherZone);
    }

    NewContextOptions options(String baseUrl) {
        return new NewContextOptions()
                .setBaseURL(baseUrl)
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setLocale(locale)
                .setTimezoneId(zone)
                .setReducedMotion(ReducedMotion.REDUCE);
    }
}
