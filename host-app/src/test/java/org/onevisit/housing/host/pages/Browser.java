package org.onevisit.housing.host.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import com.google.common.base.Strings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A real browser for tests of pages. Where no Chromium is installed, {@link #ifInstalled} is empty and says so in one line; with
 * {@code -Dhousing.browser=required} it fails instead.
 */
final class Browser implements AutoCloseable {
    private static final Path SCREENS = Path.of("target", "screens");
    private static final List<Integer> WIDTHS = List.of(320, 1280);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final int READ_AGAIN = 20;
    /** What the driver says of a question into which one page was replaced by the next: it can be asked again. */
    private static final List<String> BETWEEN_PAGES =
            List.of("aborted by navigation", "loader has changed", "execution context");

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private final ChromeDriver driver;
    private final URI site;

    private Browser(ChromeDriver driver, URI site) {
        this.driver = driver;
        this.site = site;
    }

    /** Are Chromium and its driver on the PATH? Fails when a browser is required and they are not. */
    static boolean isInstalled() {
        boolean installed = chromium().isPresent() && chromedriver().isPresent();
        if (!installed && "required".equals(System.getProperty("housing.browser"))) {
            throw new AssertionError("housing.browser=required, but chromium or chromedriver is not on the PATH");
        }
        return installed;
    }

    /** A browser that is about to open this site. */
    static Optional<Browser> ifInstalled(URI site) {
        if (!isInstalled()) {
            System.out.println("browser: NOT RUN (no Chromium)");
            return Optional.empty();
        }
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver().orElseThrow().toFile())
                .build();
        return Optional.of(
                new Browser(new ChromeDriver(service, options(chromium().orElseThrow())), site));
    }

    private static Optional<Path> chromium() {
        return onThePath("chromium", "chromium-browser", "google-chrome");
    }

    private static Optional<Path> chromedriver() {
        return onThePath("chromedriver");
    }

    private static ChromeOptions options(Path chromium) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking", // asks nobody but the site
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--hide-scrollbars",
                "--force-color-profile=srgb",
                "--lang=zh-CN");
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "zh-CN"));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        return options;
    }

    private static Optional<Path> onThePath(String... names) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(names)
                .flatMap(name ->
                        Stream.of(path.split(java.io.File.pathSeparator)).map(dir -> Path.of(dir, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Opens a page of the site. */
    void open(String path) {
        driver.get(site.resolve(path).toString());
    }

    /** Sets a cookie of the site. */
    void cookie(String name, String value) {
        if (!driver.getCurrentUrl().startsWith(site.toString())) {
            open("/health/live");
        }
        driver.manage().deleteAllCookies();
        driver.manage().addCookie(new Cookie(name, value));
    }

    /** Forgets who is signed in. */
    void forget() {
        driver.manage().deleteAllCookies();
    }

    /** Types into the field with this name. */
    void type(String name, String text) {
        WebElement field = find("[name='" + name + "']");
        field.clear();
        field.sendKeys(text);
    }

    /** Lays a file into the field with this name. */
    void upload(String name, Path file) {
        find("[name='" + name + "']").sendKeys(file.toAbsolutePath().toString());
    }

    /** Types the same into every field whose name ends so. */
    void typeAll(String ending, String text) {
        fields(ending).forEach(field -> field.sendKeys(text));
    }

    /** Chooses the same value in every list whose name ends so. */
    void chooseAll(String ending, String value) {
        fields(ending).forEach(field -> new Select(field).selectByValue(value));
    }

    private List<WebElement> fields(String ending) {
        return driver.findElements(By.cssSelector("[name$='" + ending + "']"));
    }

    /** Sets a day in the field with this name. */
    void day(String name, String iso) {
        ((JavascriptExecutor) driver)
                .executeScript("arguments[0].value = arguments[1]", find("[name='" + name + "']"), iso);
    }

    /** Chooses a value in the list with this name. */
    void choose(String name, String value) {
        new Select(find("[name='" + name + "']")).selectByValue(value);
    }

    /** Ticks the box or button with this name, and this value where there are several. */
    void tick(String name, String value) {
        click(find("input[name='" + name + "'][value='" + value + "']"));
    }

    /** Presses the first button or link that says this, on the page itself or else in its head. */
    void press(String text) {
        Stream<WebElement> candidates = Stream.of("main", "header")
                .flatMap(part ->
                        driver
                                .findElement(By.tagName(part))
                                .findElements(By.cssSelector("button, a, summary"))
                                .stream());
        click(candidates
                .filter(e -> e.getText().strip().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button or link says " + text + " on " + title())));
    }

    /** Presses the first element that this selector finds. */
    void pressFirst(String selector) {
        click(find(selector));
    }

    /** What the elements say that this selector finds. */
    List<String> texts(String selector) {
        return seen(() -> driver.findElements(By.cssSelector(selector)).stream()
                .map(element -> element.getText().strip())
                .toList());
    }

    /** Is there an element that this selector finds? */
    boolean has(String selector) {
        return seen(() -> !driver.findElements(By.cssSelector(selector)).isEmpty());
    }

    private WebElement find(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "nothing is found by " + selector + " on " + path() + ", which says:\n" + text()));
    }

    private void click(WebElement element) {
        ((JavascriptExecutor) driver).executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
        boolean leads =
                !element.getTagName().equals("input") && !element.getTagName().equals("summary");
        WebElement page = driver.findElement(By.tagName("html"));
        element.click();
        if (leads) {
            new WebDriverWait(driver, PATIENCE, LOOK_AGAIN).until(waiting -> isGone(page));
        }
    }

    /** Title of the page. */
    String title() {
        return driver.getTitle();
    }

    /** What the page says. */
    String text() {
        return seen(() -> driver.findElement(By.tagName("body")).getText());
    }

    /** The text of the first element that this selector finds. */
    String text(String selector) {
        return seen(() -> find(selector).getText());
    }

    /**
     * What is read off the page, which may be one that loads itself anew: the driver then tells, in words that differ with the moment, that
     * the element has gone with its document, and it is read again off the next one.
     */
    private <T> T seen(Supplier<T> reading) {
        for (int again = READ_AGAIN; ; again--) {
            try {
                return reading.get();
            } catch (WebDriverException e) {
                if (again == 0 || !goneWithItsDocument(e) && !isBetweenPages(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean isGone(WebElement element) {
        try {
            element.isEnabled();
            return false;
        } catch (WebDriverException e) {
            if (goneWithItsDocument(e)) {
                return true;
            }
            if (isBetweenPages(e)) {
                return false;
            }
            throw e;
        }
    }

    private static boolean isBetweenPages(WebDriverException e) {
        String said = Strings.nullToEmpty(e.getMessage()).toLowerCase(Locale.ROOT);
        return BETWEEN_PAGES.stream().anyMatch(said::contains);
    }

    private static boolean goneWithItsDocument(WebDriverException e) {
        return e instanceof StaleElementReferenceException
                || Strings.nullToEmpty(e.getMessage()).contains("does not belong to the document");
    }

    /** Address of the page inside the site. */
    String path() {
        return URI.create(driver.getCurrentUrl()).getPath();
    }

    /**
     * Looks at the page at 320 and 1280 pixels: takes pictures, and expects no sideways scroll, no error, and no grave finding of axe
     * (at 320 pixels, where tables are folded).
     */
    void inspect(String name) throws IOException {
        Files.createDirectories(SCREENS);
        for (int width : WIDTHS) {
            size(width, 900);
            long wide = number("return document.documentElement.scrollWidth");
            size(width, (int) Math.min(12_000, Math.max(600, number("return document.documentElement.scrollHeight"))));
            Files.write(SCREENS.resolve(name + "-" + width + ".png"), picture());
            assertThat(wide).as(name + ": width at " + width + " px").isLessThanOrEqualTo(width);
            if (width == WIDTHS.get(0)) {
                assertThat(graveFindings()).as(name + ": axe").isEmpty();
            }
        }
        assertThat(errors()).as(name + ": errors in the browser").isEmpty();
    }

    private void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    private byte[] picture() {
        return driver.getScreenshotAs(org.openqa.selenium.OutputType.BYTES);
    }

    private long number(String script) {
        return (Long) ((JavascriptExecutor) driver).executeScript(script);
    }

    @SuppressWarnings("deprecation") // the mode is meant for pages without frames, and has no other name
    private List<String> graveFindings() {
        Results results = new AxeBuilder()
                .setLegacyMode(true) // no page has frames; without them axe needs no second window
                .analyze(driver);
        return results.getViolations().stream()
                .filter(rule -> GRAVE.contains(rule.getImpact()))
                .map(Browser::told)
                .toList();
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " at "
                + rule.getNodes().stream().limit(3).map(node -> node.getHtml()).toList();
    }

    /** Errors of scripts and of refused contents; a page that answers 4xx on purpose is none. */
    private List<String> errors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage)
                .filter(message -> !message.contains("the server responded with a status of 4"))
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
