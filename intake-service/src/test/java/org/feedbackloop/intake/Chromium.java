package org.feedbackloop.intake;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The browser that is installed on this machine; none is ever downloaded. */
final class Chromium implements AutoCloseable {

    private static final List<String> USUAL =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Set<String> GRAVE = Set.of("serious", "critical");
    private static final List<String> ARGUMENTS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    private final Playwright playwright;
    private final Browser browser;

    // Everything is on this machine: what takes longer is broken, even where two cores are shared by many.
    private static final double PATIENCE_MILLIS = 30_000;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static boolean isInstalled() {
        return installed().isPresent();
    }

    /** The one that {@code -Dchromium=PATH} names, or else the one that a package has brought. */
    private static Optional<Path> installed() {
        String named = System.getProperty("chromium");
        return (named == null ? USUAL : List.of(named))
                .stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    static Chromium launch() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(installed().orElseThrow())
                        .setArgs(ARGUMENTS));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        return new Chromium(playwright, browser);
    }

    /** A visitor whom nobody has seen before. */
    BrowserContext visitor() {
        return visitor(options());
    }

    BrowserContext visitorWithoutScripts() {
        return visitor(options().setJavaScriptEnabled(false));
    }

    BrowserContext visitor(Browser.NewContextOptions options) {
        BrowserContext visitor = browser.newContext(options);
        visitor.setDefaultTimeout(PATIENCE_MILLIS);
        return visitor;
    }

    static Browser.NewContextOptions options() {
        return new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(1280, 900);
    }

    static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    /** What keeps people from using a page, as axe finds it: rule, impact and where. */
    static List<String> graveFindings(Page page) {
        return findings(axe(page));
    }

    /** Text that stands out too little from what is behind it. */
    static List<String> faintColours(Page page) {
        return findings(axe(page).withRules(List.of("color-contrast")));
    }

    /** What reaches over the edge of the screen, so that the page must be moved to be read. */
    static List<String> tooWide(Page page) {
        Object found = page.evaluate("document.documentElement.scrollWidth <= innerWidth ? []"
                + " : [...document.body.querySelectorAll('*')]"
                + ".filter((one) => one.getBoundingClientRect().right > innerWidth || one.getBoundingClientRect().left < 0)"
                + ".map((one) => 'too wide: ' + one.outerHTML.slice(0, 200))");
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    // None of the pages has a frame, whose findings would be put together on a page opened for it: a second each time.
    private static AxeBuilder axe(Page page) {
        return new AxeBuilder(page).setLegacyMode(true);
    }

    private static List<String> findings(AxeBuilder axe) {
        return axe.analyze().getViolations().stream()
                .filter(rule -> GRAVE.contains(rule.getImpact()))
                .map(Chromium::told)
                .toList();
    }

    private static String told(Rule rule) {
        return rule.getId() + " (" + rule.getImpact() + "): "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
