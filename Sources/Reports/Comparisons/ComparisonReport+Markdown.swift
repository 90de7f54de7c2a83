extension ComparisonReport {
  /// For a pull request: the worst first, then all in one table.
  package func markdown(title: String) -> String {
    let provenance = [("base", base), ("head", head)].map { "- \($0): \(Escape.markdown($1.line(" · ")))" }
    var blocks = [
      "## \(Escape.markdown(title))", "**\(Escape.markdown(summary))**", provenance.joined(separator: "\n"),
    ]
    if !claims.isEmpty { blocks.append(table) }
    blocks += worstLast.reversed().compactMap(\.markdownSection)
    let missing = [("Only in base", onlyInBase), ("Only in head", onlyInHead)].filter { !$0.1.isEmpty }
    blocks += missing.map { label, names in
      ([label + ":", ""] + names.map { "- \(Escape.markdown($0.description))" }).joined(separator: "\n")
    }
    if !legend.isEmpty { blocks.append(legend.map(Escape.markdown).joined(separator: " · ")) }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private var table: String {
    let head = ["", "Claim", "Metric", "Base and head", "Change", "Verdict"]
    let rule = [":-:", ":--", ":--", "--:", "--:", ":--"]
    let body = worstLast.reversed().map { claim in
      ["`\(claim.standing.symbol)`"]
        + [
          claim.name.description, claim.metric, claim.measured, claim.change?.text() ?? "",
          claim.verdicts ?? claim.standing.meaning,
        ].map(Escape.markdown)
    }
    return ([head, rule] + body).map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
  }
}

extension ClaimComparison {
  /// What the table has no room for; nil where there is nothing.
  fileprivate var markdownSection: String? {
    let groups = [
      ("Change", changeFacts), ("Note", notes), ("Slices", sliceFacts), ("Losses", lossFacts), ("Answers", answerFacts),
    ].filter { !$0.1.isEmpty }
    guard standing != .sameBits, !groups.isEmpty else { return nil }
    let items = groups.map { "- \($0): \(Escape.markdown($1.joined(separator: " · ")))" }
    return "### `\(standing.symbol)` \(Escape.markdown(name.description))\n\n" + items.joined(separator: "\n")
  }
}
