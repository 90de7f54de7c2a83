extension Page {
  /// Links to every part; a claim has its mark before its name.
  var contents: Node {
    let parts = experiments.map { experiment -> Node in
      let claims = experiment.claims.map { claim -> Node in
        let row = claim.report.row
        return .tag(
          "li",
          .tag(
            "a", ["href": "#\(claim.anchor)"],
            [
              .tag("b", class: "symbol \(row.mark.kind)", ["aria-hidden": "true"], .text(row.mark.symbol())),
              .tag("span", [.text(row.subject), .heard(", \(row.mark.word)")]),
            ]))
      }
      return .tag(
        "li", [.tag("a", ["href": "#\(experiment.anchor)"], .text(experiment.id)), .tag("ol", .group(claims))])
    }
    return .tag(
      "nav", id: "contents", ["aria-label": "Contents"],
      .tag(
        "ol",
        [
          .tag("li", .tag("a", ["href": "#verdict"], "Verdict")), .group(parts),
          .tag("li", .tag("a", ["href": "#provenance"], "Provenance")),
        ]))
  }
}
