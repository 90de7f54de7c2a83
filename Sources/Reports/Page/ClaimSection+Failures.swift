extension ClaimSection {
  /// The examples answered worst, each as it was asked.
  var failures: Node {
    guard !claim.failures.isEmpty else { return .nothing }
    let figures = claim.failures.enumerated().map { index, failure -> Node in
      .tag(
        "figure", class: "failure",
        [
          failure.drawing.map { drawing in
            .drawing(drawing.figure(title: failure.question), id: "\(id)--failure-\(index + 1)")
          } ?? .nothing,
          failure.caption(rank: index + 1),
        ])
    }
    return panel("Answered worst", isWide: true, .tag("div", class: "figures small", .group(figures)))
  }
}

extension FailedExample {
  fileprivate func caption(rank: Int) -> Node {
    .tag(
      "figcaption",
      [
        .tag("p", class: "question", [.tag("span", class: "rank", .text("\(rank)")), .text(question)]),
        .tag(
          "dl",
          [
            .fact("true", .tag("b", .text(truth))), .fact("answered", .tag("b", .text(answer))),
            .fact("loss", .text(NumberText.significant(loss))),
            .fact("found at", "seed \(seed), index \(NumberText.count(index))"),
          ]),
        command.map(Node.command) ?? .nothing,
      ])
  }
}
