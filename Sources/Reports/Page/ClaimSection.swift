/// One claim on the page: the verdict and what it rests on, and the evidence behind it, which may be folded.
struct ClaimSection {
  let claim: ClaimReport
  let id: String
  /// Whether the evidence is unfolded from the start.
  let isOpen: Bool

  var row: ThresholdRow { claim.row }

  var node: Node {
    .tag(
      "article", class: row.mark.isFailing ? "claim failing" : "claim", id: id, ["aria-label": row.subject],
      [header, reasons, verdictPlot, facts, evidence])
  }

  private var header: Node {
    let texts = row.estimate.texts()
    return .tag(
      "header",
      [
        row.mark.badge,
        .tag("h3", id: "\(id)--name", .tag("a", ["href": "#\(id)"], .text(row.subject))),
        .tag(
          "p", class: "measure",
          [
            "\(row.metric) ", .tag("strong", .text(texts.mean)), " ",
            .tag(
              "span", .text([texts.interval, "over \(row.seedsText),"].filter { !$0.isEmpty }.joined(separator: " "))),
            .text(row.requirement.isControl ? " must fail " : " required "),
            .tag("strong", .text(row.requirement.bound.pageText(as: .number))),
          ]),
      ])
  }

  private var reasons: Node {
    guard !row.reasons.isEmpty else { return .nothing }
    return .tag("ul", class: "reasons", .group(row.reasons.map { .tag("li", .text($0)) }))
  }

  private var verdictPlot: Node {
    let measured = ForestPlot.Row(
      name: "this run", value: row.estimate.mean, interval: row.estimate.interval, scores: claim.scores.map(\.score),
      look: .measured, text: row.estimate.cell)
    let accepted = row.baseline.map { mean in
      ForestPlot.Row(
        name: "baseline", value: mean, interval: nil, scores: claim.baselineScores.map(\.score), look: .accepted,
        text: .tag("b", .text(NumberText.significant(mean))))
    }
    let floors = row.trivialPredictors.map { floor in
      ForestPlot.Row(
        name: .text(floor.name), value: floor.value, interval: nil, look: .floor,
        text: .tag("b", .text(NumberText.significant(floor.value))))
    }
    let control = row.requirement.isControl ? " This is a control: it must stay outside of the requirement." : ""
    let hasScores = claim.scores.count > 1
    return ForestPlot(
      caption: .text(
        "The mean with its confidence interval\(hasScores ? ", each seed below it" : ""). "
          + "Shaded is where the claim passes: the whole interval must lie there.\(control)"),
      rows: [measured] + [accepted].compactMap { $0 } + floors, requirement: row.requirement
    ).node
  }

  private var facts: Node {
    var facts: [Node] = []
    if let change = row.change {
      facts.append(.fact("Change", .text(change.text())))
      if let detectable = change.detectable {
        facts.append(.fact("Detectable", "a change of \(NumberText.aligned([detectable], digits: 2)[0]) or more"))
      }
    }
    if let leakShare = row.leakShare {
      facts.append(.fact("Leak", "\(NumberText.percent(leakShare)) of what was asked stood in training"))
    }
    if let worst = worstSlice {
      facts.append(.fact("Worst slice", "\(worst.name) (\(NumberText.significant(worst.value)))"))
    }
    if !row.companions.isEmpty {
      facts.append(
        .fact(
          "Stages",
          .tag(
            "ul", class: "inline",
            .group(
              row.companions.map { .tag("li", ["\($0.name) ", .tag("b", .text(NumberText.significant($0.value)))]) }))))
    }
    facts.append(.fact("Run it alone", .command(row.rerun)))
    return .tag("dl", class: "facts", .group(facts))
  }

  private var evidence: Node {
    let panels = [sides, seeds, losses, slices, answers, curves, failures].filter { !$0.isEmpty }
    guard !panels.isEmpty else { return .nothing }
    return .tag(
      "details", class: "evidence", ["open": isOpen ? "open" : nil],
      [
        .tag("summary", ["Evidence", .heard(" for \(row.subject)")]),
        .tag("div", class: "panels", .group(panels)),
      ])
  }

  /// A titled part of the evidence; a wide one takes a whole row.
  func panel(_ title: String, isWide: Bool = false, _ content: Node) -> Node {
    .tag("section", class: isWide ? "panel wide" : "panel", [.tag("h4", .text(title)), content])
  }
}

extension Estimate {
  /// The mean, and its interval more quietly.
  var cell: Node {
    let texts = texts()
    return [.tag("b", .text(texts.mean)), .tag("span", class: "interval", .text(" \(texts.interval)"))]
  }
}

extension Mark {
  /// The symbol of the table with its word: colour only repeats it.
  var badge: Node {
    .tag(
      "p", class: "badge \(kind)",
      [.tag("span", class: "symbol", ["aria-hidden": "true"], .text(symbol())), .text(word), detail])
  }

  var word: String {
    switch self {
    case .passed, .sameBits, .withinNoise, .improved: "passed"
    case .notComparable: "not comparable"
    case .failed: "failed"
    case .newlyFailing: "newly failing"
    }
  }

  /// What the word does not say.
  private var detail: Node {
    let detail: String? =
      switch self {
      case .passed, .failed: nil
      case .sameBits, .withinNoise: meaning
      case .improved: "better than the baseline: tighten it"
      case .notComparable: "the dataset changed"
      case .newlyFailing: "its baseline passed"
      }
    return detail.map { .tag("span", class: "detail", .text(" \($0)")) } ?? .nothing
  }

  var kind: String {
    switch tint {
    case .good: "good"
    case .bad: "bad"
    default: "open"
    }
  }
}
