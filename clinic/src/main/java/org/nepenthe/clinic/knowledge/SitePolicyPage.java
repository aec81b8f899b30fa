package org.nepenthe.clinic.knowledge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nepenthe.knowledge.Differences;
import org.nepenthe.knowledge.Direction;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.KnowledgeSnapshot;
import org.nepenthe.knowledge.ValuePath;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// What this site does more carefully than what is shipped, and what else it could.
@Controller
final class SitePolicyPage {
  private final KnowledgeApproval approval;
  private final List<ChangeableValue> changeable;
  private final Path file;

  SitePolicyPage(KnowledgeApproval approval, @Value("${nepenthe.home}") Path home) {
    this.approval = approval;
    this.changeable = changeable(approval.inUse());
    this.file = home.resolve(KnowledgeSnapshot.policyFile());
  }

  @GetMapping("/knowledge/site-policy")
  String show(Model model) {
    model.addAttribute("base", approval.inUse());
    model.addAttribute("offered", approval.offered());
    model.addAttribute("waits", approval.anotherWaits());
    model.addAttribute("changeable", changeable);
    model.addAttribute("file", file.toString());
    return "knowledge/site-policy";
  }

  private static List<ChangeableValue> changeable(KnowledgeBase base) {
    var all = new ArrayList<ChangeableValue>();
    for (var entry : base.entries()) {
      ValuePath.fields(entry.periods().getLast().values())
          .forEach((path, field) ->
              base.direction(entry, path, field)
                  .filter(direction -> direction != Direction.FIXED)
                  .ifPresent(direction ->
                      all.add(
                          new ChangeableValue(entry, path, Differences.words(field), direction))));
    }
    return List.copyOf(all);
  }
}
