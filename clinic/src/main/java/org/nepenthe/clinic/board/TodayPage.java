package org.nepenthe.clinic.board;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The first page after signing in.
@Controller
final class TodayPage {
  @GetMapping("/")
  String show() {
    return "board/today";
  }
}
