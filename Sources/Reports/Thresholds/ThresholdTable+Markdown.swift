extension ThresholdTable {
  /// For a step summary or a pull request: the failed claims with their reasons first, then all in one table.
  ///
  /// - Parameter isShort: whether the reasons are left out.
  package func markdown(title: String, isShort: Bool = false) -> String {
    var blocks = ["## \(Escape.markdown(title))", "**\(Escape.markdown(summary()))**"]
    if let changes { blocks.append("Changed: \(Escape.markdown(changes)); \(Self.withoutBaseline).") }
    if !isShort { blocks += failing.map(\.markdownSection) }
    if !rows.isEmpty { blocks.append(markdownTable) }
    let legend = legend(.plain).map { "`\($0.prefix(1))`\(Escape.markdown(String($0.dropFirst())))" }
    if !legend.isEmpty { blocks.append(legend.joined(separator: " · ")) }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private var markdownTable: String {
    let head = ["", "Claim", "Metric", "Estimate", "Required", "Baseline", "Change"]
    let rule = [":-:", ":--", ":--", "--:", "--:", "--:", "--:"]
    let body = (failing + standing).map(\.markdownCells)
    return ([head, rule] + body).map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
  }
}

extension ThresholdRow {
  fileprivate var markdownName: String {
    "\(Escape.markdown(experiment)) **\(Escape.markdown(subject))**"
  }

  fileprivate var markdownCells: [String] {
    let texts = estimate.texts(as: scale)
    let estimate = [texts.mean, texts.interval, "(\(seedsText))"].filter { !$0.isEmpty }.joined(separator: " ")
    // The mark in a code span: alone, `+` or `=` could be read as markup.
    return ["`\(mark.symbol())`", markdownName]
      + [
        metric, estimate, requirement.text(as: scale), baseline.map(scale.text) ?? "",
        change?.text(as: scale) ?? "",
      ].map(Escape.markdown)
  }

  fileprivate var markdownSection: String {
    let texts = estimate.texts(as: scale)
    let measured = [metric, texts.mean, texts.interval, "(\(seedsText)),", requirement.text(as: scale)]
    var items = ["- **\(Escape.markdown(measured.filter { !$0.isEmpty }.joined(separator: " ")))**"]
    items += reasons.map { "- \(Escape.markdown($0))" }
    let groups = [facts, sliceFacts, companionFacts].filter { !$0.isEmpty }
    items += groups.map { "- \(Escape.markdown($0.joined(separator: " · ")))" }
    let heading = "### \(mark.symbol()) \(Escape.markdown(experiment)) \(Escape.markdown(subject))"
    return [heading, items.joined(separator: "\n"), Escape.markdownCode(rerun, language: "sh")]
      .joined(separator: "\n\n")
  }
}
