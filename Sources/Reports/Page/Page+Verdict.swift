extension Page {
  /// `2 of 5 claims failed`
  var headline: String {
    let rows = report.claims.map(\.row)
    guard !rows.isEmpty else { return "Nothing was judged" }
    let controls = rows.filter(\.requirement.isControl).count
    let noun =
      controls == 0 ? "claim" : controls == rows.count ? "control" : rows.count == 1 ? "claim" : "claims and control"
    let failed = report.table.failing.count
    let incomparable = rows.filter { $0.mark == .notComparable }.count
    let all = NumberText.plural(rows.count, noun)
    if failed > 0 { return "\(failed) of \(all) failed" }
    if incomparable > 0 { return "\(rows.count - incomparable) of \(all) passed, \(incomparable) not comparable" }
    return rows.count == 1 ? "The \(noun) passed" : "All \(all) passed"
  }

  /// What a reader needs in ten seconds: how many failed, which, why, and what to type.
  var verdict: Node {
    let failed = claims.filter { $0.report.row.mark.isFailing }
    let standing = claims.filter { !$0.report.row.mark.isFailing }
    let kind = failed.isEmpty ? claims.isEmpty ? "open" : "good" : "bad"
    return .tag(
      "section", class: "verdict \(kind)", id: "verdict", ["aria-labelledby": "headline"],
      [
        .tag(
          "p", class: "eyebrow",
          .joined([.text("profile \(report.provenance.profile)"), .text(report.provenance.date)], " · ")),
        .tag("h1", id: "headline", .text(headline)),
        .tag("p", class: "lead", .text(report.table.summary())),
        changes,
        failures(failed), table(failed + standing), reading,
      ])
  }

  /// What a reader must know before the first number.
  private var changes: Node {
    guard let changes = report.provenance.changes else { return .nothing }
    return .tag(
      "p", class: "lead",
      [.tag("b", "Changed: "), .tag("code", .text(changes)), .text("; \(ThresholdTable.withoutBaseline).")])
  }

  var claims: [Claim] { experiments.flatMap(\.claims) }

  private func failures(_ failed: [Claim]) -> Node {
    guard !failed.isEmpty else { return .nothing }
    let items = failed.map { claim -> Node in
      let row = claim.report.row
      return .tag(
        "li",
        [
          .tag(
            "p",
            [
              .tag("b", class: "symbol bad", .text(row.mark.symbol())), .heard(" \(row.mark.word): "),
              .tag("a", ["href": "#\(claim.anchor)"], [.text(row.experiment), " ", .tag("b", .text(row.subject))]),
            ]),
          row.reasons.isEmpty
            ? .nothing : .tag("ul", class: "reasons", .group(row.reasons.map { .tag("li", .text($0)) })),
          .command(row.rerun),
        ])
    }
    return [.tag("h2", class: "small", "What failed"), .tag("ul", class: "failed", .group(items))]
  }

  private func table(_ claims: [Claim]) -> Node {
    guard !claims.isEmpty else { return .tag("p", "No claim was asked for, so this report shows nothing.") }
    return [
      .tag("h2", class: "small", "All claims"),
      .table(
        class: "claims",
        caption: .text(
          "Dot and line: the mean and its confidence interval. Dotted: the threshold. "
            + "Shaded: where the claim passes. Each row has its own scale."),
        head: [
          .columnHead("Verdict"), .columnHead("Claim"), .columnHead("Mean and interval", class: "number"),
          .columnHead("Required", class: "number"), .columnHead(.heard("Drawn"), class: "drawn"),
        ], rows: claims.map(\.tableRow)),
    ]
  }

  /// What marks and numbers mean, for who sees such a page for the first time.
  private var reading: Node {
    let marks = Mark.allCases.map { mark -> Node in
      .tag(
        "div",
        [.tag("dt", .tag("b", class: "symbol \(mark.kind)", .text(mark.symbol()))), .tag("dd", .text(mark.meaning))])
    }
    return .tag(
      "details", class: "reading",
      [
        .tag("summary", "How to read this page"),
        .tag(
          "p",
          .text(
            "The unfavourable end of the interval is judged, not the mean: the upper end of an error, the lower end of "
              + "an accuracy. A claim must also beat every trivial predictor of its split. A control is a model that "
              + "must miss the requirement; if it met it, the claim beside it would show nothing.")),
        .tag("dl", class: "marks", .group(marks)),
      ])
  }
}

extension Page.Claim {
  fileprivate var tableRow: Node {
    let row = report.row
    let name = Node.tag(
      "a", ["href": "#\(anchor)"], [.tag("span", class: "soft", .text(row.experiment)), " ", .text(row.subject)])
    let required: Node = [
      row.requirement.isControl ? .tag("span", class: "must", "must fail ") : .nothing,
      .text(row.requirement.bound.pageText(as: .number)),
    ]
    return .row(
      class: row.mark.isFailing ? "failing" : nil,
      [
        .cell(
          [
            .tag("b", class: "symbol \(row.mark.kind)", .text(row.mark.symbol())), " ",
            .tag("span", class: "word", .text(row.mark.word)),
          ], class: "mark"),
        .rowHead([name, .tag("span", class: "metric", .text(row.metric))]),
        .cell(row.estimate.cell, class: "number"), .cell(required, class: "number"),
        .cell(strip(row).node, class: "drawn"),
      ])
  }

  private func strip(_ row: ThresholdRow) -> Strip {
    let ends = row.estimate.interval.map { [$0.lower, $0.upper] } ?? []
    let bound = row.requirement.bound
    let reach = ends + [row.estimate.mean] + bound.thresholds.dropFirst()
    var strip = Strip(Axis(.linear, covering: reach, around: bound.value))
    strip.mark(row.requirement)
    if let interval = row.estimate.interval { strip.span(interval, class: "span measured") }
    strip.dot(row.estimate.mean, class: "mean measured")
    return strip
  }
}
