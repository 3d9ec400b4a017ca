package io.github.camelcm.messenger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoAlertPresentException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A real Chromium without a window. Where there is none the test is skipped, unless {@code -Dbrowser.required=true} or the
 * environment variable {@code BROWSER_REQUIRED=true} says that there must be one.
 */
final class Browser implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final String HOLD_ANSWER = """
            const [part] = arguments;
            const real = window.fetch;
            window.fetch = async (url, options) => {
              if (options.method !== 'GET' || !url.includes(part)) return real(url, options);
              window.fetch = real;
              const answer = await real(url, options);
              await new Promise((go) => { window.heldAnswer = go; });
              return answer;
            };
            """;

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    static Browser start() {
        Optional<File> browser = find("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
        Optional<File> service = find("chromedriver");
        if (browser.isEmpty() || service.isEmpty()) {
            String missing = "The page is not tested: no Chromium with its chromedriver is on the PATH "
                    + "(Debian: apt-get install chromium chromium-driver).";
            if (Boolean.getBoolean("browser.required") || "true".equals(System.getenv("BROWSER_REQUIRED"))) {
                throw new AssertionError(missing);
            }
            Assumptions.abort(missing);
        }
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable("browser", Level.ALL);
        logs.enable("performance", Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.orElseThrow());
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=en");
        options.addArguments("--disable-back-forward-cache"); // a page that is left is gone, and so is its connection
        options.setPageLoadTimeout(PATIENCE);
        return new Browser(new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(service.orElseThrow())
                        .build(),
                options));
    }

    private static Optional<File> find(String... names) {
        List<String> path = List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        return Arrays.stream(names)
                .flatMap(name -> path.stream().map(folder -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst();
    }

    /** Phone or desktop, light or dark. */
    void becomes(int width, boolean dark) {
        becomes(width, width < 700 ? 740 : 900, dark);
    }

    /** As high as it must be for all of the chat to be seen. */
    void becomesHigh(int width, boolean dark) {
        long above = number("innerHeight - document.querySelector('.scroller').clientHeight");
        becomes(width, (int) (above + number("document.querySelector('.timeline').scrollHeight") + 24), dark);
    }

    private void becomes(int width, int height, boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 700));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** Where it takes itself to be; empty for the zone of this machine. */
    void isIn(String timeZone) {
        driver.executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", timeZone));
    }

    /** Where files go that are saved. */
    void downloadsTo(Path folder) {
        driver.executeCdpCommand(
                "Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", folder.toString()));
    }

    /** Leaves what was shown before, opens the page and waits until it is connected. */
    void opens(CmSimulator simulator, String conversation) {
        goesToPage(simulator, conversation);
        one(".connection", element -> element.getText().contains("live"));
    }

    /** The same, whether it comes to be connected or not. */
    void goesToPage(CmSimulator simulator, String conversation) {
        driver.get("about:blank");
        logs("browser");
        logs("performance");
        driver.get(simulator.pageUrl() + conversation);
    }

    /** Opens an address in one more tab, and goes there. */
    String opensTab(String url) {
        driver.switchTo().newWindow(WindowType.TAB);
        driver.get(url);
        return driver.getWindowHandle();
    }

    String tab() {
        return driver.getWindowHandle();
    }

    void goesTo(String tab) {
        driver.switchTo().window(tab);
    }

    void closesTab() {
        driver.close();
    }

    void goesBack() {
        driver.navigate().back();
    }

    void doubleClicks(WebElement element) {
        new Actions(driver).doubleClick(element).perform();
    }

    /** The answer of the next read whose address holds that text is not given to the page when it comes. */
    void holdsAnswer(String part) {
        script(HOLD_ANSWER, part);
    }

    void hasHeldAnAnswer() {
        await("an answer to be held").atMost(PATIENCE).until(() -> script("return window.heldAnswer") != null);
    }

    void givesAnswer() {
        script("window.heldAnswer()");
    }

    WebElement one(String css) {
        return one(css, element -> true);
    }

    /** The first element that is shown and fits, once there is one. */
    WebElement one(String css, Predicate<WebElement> wanted) {
        return await("an element " + css)
                .atMost(PATIENCE)
                .until(
                        () -> shown(css)
                                .filter(element -> fits(element, wanted))
                                .findFirst()
                                .orElse(null),
                        element -> element != null);
    }

    WebElement withText(String css, String text) {
        return one(css, element -> element.getText().contains(text));
    }

    void none(String css) {
        await("no element " + css)
                .atMost(PATIENCE)
                .until(() -> shown(css).findAny().isEmpty());
    }

    private Stream<WebElement> shown(String css) {
        return driver.findElements(By.cssSelector(css)).stream().filter(element -> fits(element, one -> true));
    }

    private static boolean fits(WebElement element, Predicate<WebElement> wanted) {
        try {
            return element.isDisplayed() && wanted.test(element);
        } catch (StaleElementReferenceException gone) {
            return false;
        }
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    Object script(String code, Object... arguments) {
        return driver.executeScript(code, arguments);
    }

    long number(String expression) {
        return ((Number) script("return " + expression)).longValue();
    }

    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    void presses(CharSequence key) {
        focused().sendKeys(key);
    }

    /** Goes from one control to the next until it is on one that fits. */
    void tabsTo(String css) {
        for (int i = 0; i < 80; i++) {
            presses(Keys.TAB);
            if (Boolean.TRUE.equals(script("return document.activeElement.matches(arguments[0])", css))) {
                return;
            }
        }
        throw new AssertionError("the tab key never comes to " + css);
    }

    void screenshot(String name) {
        keep(name, driver.getScreenshotAs(OutputType.BYTES));
    }

    private static void keep(String name, byte[] png) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A picture of one element. */
    void picture(String css, String name) {
        keep(name, one(css).getScreenshotAs(OutputType.BYTES));
    }

    /** No alert, nothing on the console (where broken policies are reported too), and no request to another host. */
    void hasDoneNoHarm(CmSimulator simulator) {
        try {
            throw new AssertionError(
                    "an alert is open: " + driver.switchTo().alert().getText());
        } catch (NoAlertPresentException good) {
            assertThat(logs("browser")).extracting(LogEntry::getMessage).isEmpty();
        }
        assertThat(logs("performance"))
                .extracting(LogEntry::getMessage)
                .filteredOn(message -> message.contains("\"Network.requestWillBeSent\""))
                .extracting(Browser::requested)
                .isNotEmpty()
                .allSatisfy(url -> assertThat(url)
                        .matches(one -> one.startsWith(simulator.pageUrl()) || one.startsWith("data:"), "local"));
    }

    private static String requested(String message) {
        try {
            return Json.MAPPER
                    .readTree(message)
                    .at("/message/params/request/url")
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<LogEntry> logs(String type) {
        return driver.manage().logs().get(type).getAll();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
