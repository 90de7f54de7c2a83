extension RunReport {
  /// One for each failed claim: an error where the test stands, with the claim's lines of the table.
  package var annotations: [Annotation] {
    claims.filter(\.row.mark.isFailing).map { claim in
      Annotation(
        .error, at: claim.place, title: "\(claim.row.experiment) \(claim.row.subject)",
        message: ThresholdTable(rows: [claim.row]).rowText)
    }
  }
}

extension ThresholdTable {
  /// The rows without legend and summary, wide enough that a row's first line is one line.
  var rowText: String {
    let columns = ThresholdColumns(rows, style: .plain)
    let width = 400
    let lines = rows.flatMap { row in
      Line.flow(columns.chunks(of: row), separator: "   ", indent: 4, width: width)
        + row.details(style: .plain, width: width)
    }
    return lines.map { $0.painted(.plain) }.joined(separator: "\n")
  }
}
