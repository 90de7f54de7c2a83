import Reports

extension Sample {
  /// A document with every kind of part; its pictures are in the golden files of drawings already.
  static let document = ResultsDocument(
    "made-up", title: "Made up: *not* measured",
    sections: [
      .init(
        "Claims",
        [
          .text("\nA paragraph\nof two lines.\n"),
          .table(
            DocumentTable(
              columns: [.words("Claim"), .numbers("Measured"), .numbers("Published")],
              rows: [
                ["graphs/on-path", Sample.failed.estimate.text(as: .number), "0.102"],
                [Sample.hostileName, "NaN", "<0.1 %"],
              ])),
          .note("Not all of it is true.\n\nNone of it is."),
        ]),
      .init(
        "Runs",
        [
          .measured(shown("slices")),
          .measured(MeasuredPart("pictures", runs: "0b", .missing("The runs are not here; to train them: `run`."))),
        ]),
    ])

  static func shown(_ name: String, runs: String = "0a") -> MeasuredPart {
    MeasuredPart(
      name, runs: runs,
      .shown([
        .text("By size:"),
        .picture(DocumentPicture("\(name)-by-size", title: "By size [n]", svg: Sample.chart.svg(title: "By size"))),
      ]))
  }
}
