extension Page.Experiment {
  func section(opensAll: Bool) -> Node {
    let sections = claims.map { claim in
      ClaimSection(claim: claim.report, id: claim.anchor, isOpen: opensAll || claim.report.row.mark.isFailing).node
    }
    return .tag(
      "section", class: "experiment", id: anchor, ["aria-labelledby": "\(anchor)--name"],
      [.tag("h2", id: "\(anchor)--name", .text(id)), introduction, .group(sections)])
  }

  private var introduction: Node {
    guard let facts else { return .nothing }
    var numbers = [
      Node.fact("Parameters", .text(NumberText.count(facts.parameters))),
      .fact("Training examples", "\(NumberText.count(facts.examples)) a replicate"),
      .fact("Replicates", .text(NumberText.count(facts.fingerprints.count))),
    ]
    if let seconds = facts.seconds {
      numbers.append(.fact("Training time", "\(DurationText.seconds(seconds)) a replicate"))
    }
    return [.tag("p", class: "lead", .text(facts.sentence)), .tag("dl", class: "numbers", .group(numbers))]
  }
}
