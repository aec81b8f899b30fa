package org.nepenthe.clinic.platform.web;

import org.nepenthe.clinic.platform.form.Form;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The living style sheet: every component once, to be copied from.
@Controller
@Profile("demonstration")
final class StylePage {
  @GetMapping("/style")
  String show(Model model) {
    var form = Form.blank().with("dose", ".5").with("answer", "no");
    form.refuse("dose", "Write 0.5: a zero stands before the point.");
    model.addAttribute("form", form);
    return "platform/style";
  }
}
