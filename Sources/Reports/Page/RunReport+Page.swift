extension RunReport {
  /// All of it as one HTML file: no scripts, nothing loaded from anywhere, readable on light and dark, on a phone and on
  /// paper, by eye, by keyboard and by ear.
  ///
  /// The markup is XML too. The same report gives the same text everywhere.
  package func page() -> String { Page(self).document }
}

/// The parts of a page in their order, and the anchors that join them.
struct Page {
  let report: RunReport
  let experiments: [Experiment]

  struct Experiment {
    var id: String
    var anchor: String
    var facts: ExperimentFacts?
    var claims: [Claim]
  }

  struct Claim {
    var report: ClaimReport
    var anchor: String
  }

  /// Experiments in the order in which their first claims stand in the table.
  init(_ report: RunReport) {
    self.report = report
    var anchors = Anchors()
    var experiments: [Experiment] = []
    var places: [String: Int] = [:]
    for claim in report.claims {
      let id = claim.row.experiment
      if places[id] == nil {
        places[id] = experiments.count
        let facts = report.provenance.experiments.first { $0.id == id }
        experiments.append(Experiment(id: id, anchor: anchors.anchor(for: id), facts: facts, claims: []))
      }
      let anchor = anchors.anchor(for: "\(id) \(claim.row.subject)")
      experiments[places[id, default: 0]].claims.append(Claim(report: claim, anchor: anchor))
    }
    self.experiments = experiments
  }

  /// In a short report all evidence is unfolded; in a long one only that of what failed.
  static let unfoldedClaims = 8

  var document: String {
    let body = Node.group([
      .tag("a", class: "skip", ["href": "#main"], "Skip to the verdict"),
      .tag("div", class: "frame", [contents, .tag("main", id: "main", [verdict, .group(sections), provenance])]),
    ])
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8"/>
      <meta http-equiv="Content-Security-Policy" content="\(Self.policy)"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="color-scheme" content="light dark"/>
      <meta name="referrer" content="no-referrer"/>
      <link rel="icon" href="data:,"/>
      <title>\(Escape.xml(title))</title>
      <style>
      \(PageStyle.sheet)
      </style>
      </head>
      <body>
      \(body.markup)</body>
      </html>

      """
  }

  /// Nothing may be loaded or run; the styles stand in the page, and its icon is empty.
  private static let policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

  private var title: String { "\(headline) - generalization-bench, \(report.provenance.profile)" }

  private var sections: [Node] {
    let opensAll = report.claims.count <= Self.unfoldedClaims
    return experiments.map { $0.section(opensAll: opensAll) }
  }
}
