package org.nepenthe.clinic.board;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The first page after signing in.
@Controller
final class TodayPage {
  private final Boards boards;

  TodayPage(Boards boards) {
    this.boards = boards;
  }

  @GetMapping("/")
  String show(Model model) {
    model.addAttribute("board", boards.now());
    return "board/today";
  }

  /// The board alone, looked at again every few seconds.
  @GetMapping("/board")
  String board(Model model) {
    model.addAttribute("board", boards.now());
    return "board/board";
  }
}
