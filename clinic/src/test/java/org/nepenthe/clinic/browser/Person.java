package org.nepenthe.clinic.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.nepenthe.clinic.ClinicBrowser;

/// One person at one desk, in a browser of their own. What they do is named by the words they see.
final class Person {
  static final String PASSWORD = ClinicBrowser.PASSWORD;

  private static final ContainsTextOptions AS_SEEN =
      new ContainsTextOptions().setUseInnerText(true).setIgnoreCase(true);

  private static final Locator.WaitForOptions GONE =
      new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);

  private final Page page;
  private final String address;
  private int status;

  private Person(Page page, String address) {
    this.page = page;
    this.address = address;
    page.onResponse(this::keepStatus);
  }

  static Person atTheDoor(Page page, int port) {
    return new Person(page, "http://localhost:" + port).open("/login");
  }

  static Person signedIn(Page page, int port, String login) {
    return atTheDoor(page, port).signIn(login, PASSWORD);
  }

  Person signIn(String login, String password) {
    return open("/login").fill("User name", login).fill("Password", password).press("Sign in");
  }

  // ---- Going about ----------------------------------------------------------------------------

  Person open(String path) {
    page.navigate(address + path);
    return this;
  }

  Person again() {
    page.reload();
    return this;
  }

  /// Follows a link to another page.
  Person follow(String link) {
    return leavingBy(() -> page.getByRole(AriaRole.LINK, named(link)).first().click());
  }

  /// Presses a button that sends a form and brings another page, or this one again.
  Person press(String button) {
    return leavingBy(() -> page.getByRole(AriaRole.BUTTON, named(button)).first().click());
  }

  /// Presses a button inside one part of the page.
  Person pressIn(Locator part, String button) {
    return leavingBy(() -> part.getByRole(AriaRole.BUTTON, exactly(button)).first().click());
  }

  /// Presses the first of several buttons, or follows the first of several links, at a place.
  Person followFirst(String selector) {
    return leavingBy(() -> page.locator(selector).first().click());
  }

  /// Opens something that is folded, where it is.
  Person unfold(String summary) {
    page.locator("summary").filter(containing(summary)).first().click();
    return this;
  }

  // ---- Filling in -----------------------------------------------------------------------------

  Person fill(String label, String value) {
    return fillIn(page.locator("body"), label, value);
  }

  Person fillIn(Locator part, String label, String value) {
    part.getByLabel(label, new Locator.GetByLabelOptions().setExact(true)).first().fill(value);
    return this;
  }

  /// Fills a field by its name in the form, where the page has several with one label.
  Person fillNamed(String name, String value) {
    page.locator("[name='" + name + "']").first().fill(value);
    return this;
  }

  Person select(String label, String option) {
    page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
        .first()
        .selectOption(option);
    return this;
  }

  /// Touches one choice of a group.
  Person choose(String legend, String option) {
    return chooseIn(page.locator("body"), legend, option);
  }

  Person chooseIn(Locator part, String legend, String option) {
    part.getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName(legend))
        .getByRole(AriaRole.RADIO, exactly(option))
        .first()
        .click();
    return this;
  }

  Person tick(String label) {
    page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(label))
        .locator("xpath=ancestor::label")
        .click();
    return this;
  }

  Person attach(String label, Path file) {
    page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).setInputFiles(file);
    return this;
  }

  // ---- Looking --------------------------------------------------------------------------------

  /// Waits a moment for words to stand on the page where they can be seen.
  Person sees(String words) {
    assertThat(page.locator("body")).containsText(words, AS_SEEN);
    return this;
  }

  Person sees(Pattern words) {
    assertThat(page.locator("body"))
        .containsText(words, new ContainsTextOptions().setUseInnerText(true));
    return this;
  }

  Person doesNotSee(String words) {
    assertThat(page.locator("body")).not().containsText(words, AS_SEEN);
    return this;
  }

  /// What a page says beside a term: `Pump rate` → `60 mL/h, which is …`.
  String says(String term) {
    return page.locator("//dt[normalize-space()='" + term + "']/following-sibling::dd[1]")
        .first()
        .innerText()
        .replace('\u00a0', ' ');
  }

  /// The message beside one field.
  Person seesBeside(String field, String message) {
    assertThat(page.locator("#" + field + "-error")).containsText(message, AS_SEEN);
    return this;
  }

  Person arrivesWith(int expected) {
    if (status != expected) {
      throw new AssertionError("status " + status + " at " + path() + ", not " + expected);
    }
    return this;
  }

  int status() {
    return status;
  }

  String path() {
    return page.url().substring(address.length());
  }

  Page page() {
    return page;
  }

  Locator part(String selector) {
    return page.locator(selector);
  }

  // ---- Going round the pages ------------------------------------------------------------------

  /// The fields of a form as they stand, hidden ones too.
  Map<String, String> fields(String form) {
    var fields = new LinkedHashMap<String, String>();
    for (var field : page.locator(form + " input[type='hidden']").all()) {
      fields.put(field.getAttribute("name"), field.getAttribute("value"));
    }
    return fields;
  }

  /// Sends what no page offers, with the token and version of the page before them and
  /// a fresh key.
  APIResponse send(String path, Map<String, String> fields) {
    var all = new LinkedHashMap<String, String>();
    all.put("_csrf", page.locator("input[name='_csrf']").first().getAttribute("value"));
    all.put("key", UUID.randomUUID().toString());
    var version = page.locator("input[name='version']");
    all.put("version", version.count() == 0 ? "1" : version.first().getAttribute("value"));
    all.putAll(fields);
    return sendBare(path, all);
  }

  APIResponse sendBare(String path, Map<String, String> fields) {
    var form = FormData.create();
    fields.forEach(form::set);
    return page.request().post(address + path, RequestOptions.create().setForm(form));
  }

  // ---- How it works ---------------------------------------------------------------------------

  /// A new page has come when the old one's mark is gone.
  private Person leavingBy(Runnable act) {
    page.evaluate("document.documentElement.dataset.left = 'not yet'");
    act.run();
    page.locator("html[data-left]").waitFor(GONE);
    page.waitForLoadState();
    return this;
  }

  private void keepStatus(Response response) {
    boolean mine = response.request().isNavigationRequest() && response.frame() == page.mainFrame();
    if (mine && response.status() / 100 != 3) {
      status = response.status();
    }
  }

  static Locator.GetByRoleOptions exactly(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator.FilterOptions containing(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }
}
