import Foundation

extension Page.Experiment {
  func section(opensAll: Bool) -> Node {
    let sections = claims.map { claim in
      ClaimSection(claim: claim.report, id: claim.anchor, isOpen: opensAll || claim.report.row.mark.isFailing).node
    }
    return .tag(
      "section", class: "experiment", id: anchor, ["aria-labelledby": "\(anchor)--name"],
      [.tag("h2", id: "\(anchor)--name", .text(id)), introduction, pictures(isOpen: opensAll), .group(sections)])
  }

  /// As images, which run nothing and load nothing, whatever stands in a file that was read.
  private func pictures(isOpen: Bool) -> Node {
    guard let pictures = facts?.pictures, !pictures.isEmpty else { return .nothing }
    let figures = pictures.map { picture -> Node in
      let data = Data(picture.svg.utf8).base64EncodedString()
      return .tag("figure", .tag("img", ["src": "data:image/svg+xml;base64,\(data)", "alt": picture.title]))
    }
    return .tag(
      "details", class: "evidence", ["open": isOpen ? "open" : nil],
      [
        .tag("summary", ["What its instrument saw", .heard(" of \(id)")]),
        .tag("div", class: "figures", .group(figures)),
      ])
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
