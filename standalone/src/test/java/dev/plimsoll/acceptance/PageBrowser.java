/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A real browser with the page in it, which notes what the page did wrong. */
final class PageBrowser implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final double PATIENCE_MILLIS = 20_000;
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-dev-shm-usage");

  private final Path driver;
  private final Playwright playwright;
  private final BrowserContext context;
  private final Page page;
  private final List<String> faults = new CopyOnWriteArrayList<>();

  private PageBrowser(Path executable) throws IOException {
    this.driver = linkDriver();
    System.setProperty("playwright.cli.dir", driver.toString());
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(
                    Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1",
                        "PLAYWRIGHT_NODEJS_PATH",
                        onPath("node").orElseThrow().toString())));
    this.context =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable)
                    .setHeadless(true)
                    .setArgs(FLAGS))
            .newContext(new Browser.NewContextOptions().setViewportSize(1280, 800));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    this.page = context.newPage();
    page.onPageError(error -> faults.add("page error: " + error));
    page.onConsoleMessage(this::note);
  }

  /** The browser of this machine: {@code CHROMIUM}, or one on the path. */
  static Optional<Path> find() {
    return Optional.ofNullable(System.getenv("CHROMIUM"))
        .filter(name -> !name.isBlank())
        .flatMap(name -> name.contains("/") ? Optional.of(Path.of(name)) : onPath(name))
        .or(() -> NAMES.stream().flatMap(name -> onPath(name).stream()).findFirst());
  }

  /** Starts a browser. */
  static PageBrowser start(Path executable) throws IOException {
    return new PageBrowser(executable);
  }

  void open(String address) {
    page.navigate(address);
  }

  void reload() {
    page.reload();
  }

  /** Chooses a session of the list. */
  void openSession(String session) {
    page.locator("[data-testid=session-list] [data-session-id='" + session + "']").click();
    awaitLive();
  }

  /** Waits until the timeline hears of new entries. */
  void awaitLive() {
    page.locator("[data-testid=live-state][data-state=live]").waitFor();
  }

  /** Turns the wheel until an entry is in sight, or patience is over. */
  void scrollUpTo(long seq) {
    Locator timeline = page.getByTestId("timeline");
    timeline.hover();
    Locator wanted = row(seq);
    long end = System.nanoTime() + (long) (PATIENCE_MILLIS * 1_000_000);
    while (!wanted.isVisible() && System.nanoTime() - end < 0) {
      page.mouse().wheel(0, -600);
      page.waitForTimeout(50); // The wheel has no end to wait for: frames must be drawn between.
    }
    wanted.waitFor();
  }

  void click(String testId) {
    page.getByTestId(testId).click();
  }

  /** The text of an element once it is in sight. */
  String textOf(String testId) {
    return page.getByTestId(testId).innerText();
  }

  /** The text of an entry's row once it is drawn. */
  String textOf(long seq) {
    return row(seq).innerText();
  }

  boolean isVisible(String testId) {
    return page.getByTestId(testId).isVisible();
  }

  /** The address in the address bar. */
  String address() {
    return page.url();
  }

  void screenshot(Path file) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
  }

  /** Errors of the page, and what its content security policy had to stop. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  @Override
  public void close() {
    playwright.close();
    try {
      Files.delete(driver.resolve("package"));
      Files.delete(driver);
    } catch (IOException e) {
      // A link in the directory for temporary files.
    }
  }

  private Locator row(long seq) {
    return page.locator("[data-testid=timeline] [data-seq='" + seq + "']");
  }

  private void note(ConsoleMessage message) {
    String text = message.text();
    if (text.contains("Content Security Policy") || text.contains("Refused to")) {
      faults.add("policy: " + text);
    }
  }

  /** The driver's own layout, made of the page's node_modules. */
  private static Path linkDriver() throws IOException {
    Path modules = PackagedApp.root().resolve("web-ui/src/main/webui/node_modules/playwright-core");
    Path driver = Files.createTempDirectory("plimsoll-driver");
    Files.createSymbolicLink(driver.resolve("package"), modules);
    return driver;
  }

  private static Optional<Path> onPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(directory -> Path.of(directory, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
