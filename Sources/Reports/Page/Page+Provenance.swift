extension Page {
  /// What a person needs to see the same numbers again.
  var provenance: Node {
    let provenance = report.provenance
    let facts: [Node] = [
      .fact("Profile", .text(provenance.profile)),
      .fact("Source hash", .tag("code", .text(provenance.sourceHash))),
      .fact("Toolchain", .text(provenance.toolchain)), .fact("Date", .text(provenance.date)),
      report.seconds.map { .fact("Wall-clock time", .text(DurationText.seconds($0))) } ?? .nothing,
    ]
    return .tag(
      "section", class: "provenance", id: "provenance", ["aria-labelledby": "provenance--name"],
      [
        .tag("h2", id: "provenance--name", "Provenance"),
        .tag(
          "p", class: "lead",
          "The same source, profile and seeds give the same bits. The fingerprints below say whether they did."),
        .tag("dl", class: "numbers", .group(facts)),
        .group(provenance.experiments.map(fingerprints)),
      ])
  }

  private func fingerprints(of experiment: ExperimentFacts) -> Node {
    let runs = experiment.fingerprints.map { run in
      Node.row([.rowHead("\(run.seed)", class: "number"), .cell(.tag("code", .text(run.fingerprint)))])
    }
    let datasets = experiment.datasets.map { dataset in
      Node.row([.rowHead(.text(dataset.name)), .cell(.tag("code", .text(dataset.fingerprint)))])
    }
    func table(_ caption: Node, _ head: Node, _ rows: [Node]) -> Node {
      rows.isEmpty
        ? .nothing
        : .table(class: "data prints", caption: caption, head: [head, .columnHead("Fingerprint")], rows: rows)
    }
    return [
      .tag("h3", .text(experiment.id)),
      .tag(
        "div", class: "panels",
        [
          table("The bits each replicate ended with", .columnHead("Seed", class: "number"), runs),
          table("The examples that were drawn", .columnHead("Dataset"), datasets),
        ]),
    ]
  }
}
