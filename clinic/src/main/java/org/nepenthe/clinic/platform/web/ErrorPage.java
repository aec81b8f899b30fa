package org.nepenthe.clinic.platform.web;

/// What went wrong, in plain words, and what to do about it.
public record ErrorPage(int status, String title, String whatHappened, String whatToDo) {
  /// @param whoMay for 403: which roles may do this; may be empty
  static ErrorPage of(int status, String whoMay) {
    return switch (status) {
      case 400 ->
          new ErrorPage(
              400,
              "This request cannot be read",
              "Something in the address or the form is not as the clinic's own pages send it."
                  + " Nothing was stored.",
              "Go back, load the page again and send the form from there.");
      case 401 ->
          new ErrorPage(
              401,
              "You are not signed in",
              "The session has ended. Nothing was stored.",
              "Sign in and open the page again.");
      case 403 ->
          new ErrorPage(
              403,
              "You may not do this",
              whoMay.isEmpty()
                  ? "The page was open too long, or came from another place. Nothing was stored."
                  : whoMay + " Nothing was stored.",
              whoMay.isEmpty()
                  ? "Go back, load the page again and send the form once more."
                  : "Ask a colleague with that role, or sign in with another user.");
      case 404 ->
          new ErrorPage(
              404,
              "There is no such page",
              "The address leads nowhere, or the thing it named does not exist here.",
              "Check the address, or start from Today.");
      case 405 ->
          new ErrorPage(
              405,
              "This page cannot be used like that",
              "The address exists, but not for this kind of request. Nothing was stored.",
              "Start from Today.");
      case 409 ->
          new ErrorPage(
              409,
              "Someone changed this meanwhile",
              "What you saw is no longer what is stored. Nothing of yours was stored.",
              "Load the page again, look at what is there now, and enter your change again.");
      case 413 ->
          new ErrorPage(
              413,
              "That file is too large",
              "A file may have up to 40 MB. Nothing was stored.",
              "Send a smaller file, or import it with the command ./nepenthe import FILE.");
      case 423 ->
          new ErrorPage(
              423,
              "This session is locked",
              "Nothing was stored while it was locked.",
              "Unlock it with your password and send the form again.");
      case 429 ->
          new ErrorPage(
              429,
              "Too many attempts",
              "There were too many attempts in a short time.",
              "Wait a few minutes and try again.");
      default ->
          status >= 400 && status < 500
              ? new ErrorPage(
                  status,
                  "This request was refused",
                  "The clinic could not do what was asked. Nothing was stored.",
                  "Go back, load the page again and try once more.")
              : new ErrorPage(
                  status,
                  "Something went wrong here",
                  "The fault is in the clinic's system, not in what you did. What you just sent may"
                      + " not have been stored.",
                  "Look first whether it was stored, then try again. During an infusion, go by the"
                      + " bedside monitor and chart on paper until this page works.");
    };
  }
}
