import Judging
import Reports
import Storage

extension Scoreboard {
  /// The board whose rows these experiments are.
  init(of marker: Marker, _ experiments: [Experiment]) throws(FixtureProblem) {
    let ids = experiments.map(\.id)
    guard let board = Self.all.first(where: { $0.rows.map(\.experiment) == ids }) else {
      let known = Self.all.map { $0.rows.map(\.experiment).joined(separator: " ") }
      throw marker.problem(
        "names the rows of no scoreboard", mend: "name those of one: \(known.joined(separator: "; or "))")
    }
    self = board
  }
}

extension Findings {
  /// A picture, and a table whose cells lead to their sections. Both are made of committed baselines.
  func parts(of board: Scoreboard) throws -> [DocumentPart] {
    let rows = try board.rows.map { row in try (row, board.shifts.map { try self.cell(of: row, $0) }) }
    let map = ShareMap(
      columns: board.shifts, rows: rows.map { row, cells in ShareMap.Row(name(row), cells.map { $0?.drawn }) },
      legend:
        "Shaded by the share answered right, or by how much of a trivial predictor's error is gone; framed: must miss.")
    let family = board.rows[0].experiment.prefix { $0 != "/" }
    let title = "What carries over: \(family)"
    let head = ["Network"] + board.shifts.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    let body = rows.map { row, cells in
      ["\(Escape.markdown(row.network)) (`\(row.experiment)`)"] + cells.map { $0?.linked ?? "" }
    }
    let lines = ([head, head.map { _ in ":--" }] + body).map { "| \($0.joined(separator: " | ")) |" }
    return [
      .picture(DocumentPicture("\(family)-board", title: title, svg: map.svg(title: title))),
      .text(lines.joined(separator: "\n")),
    ]
  }

  private func name(_ row: Scoreboard.Row) -> String { String(row.experiment.drop { $0 != "/" }.dropFirst()) }

  private func cell(of row: Scoreboard.Row, _ shift: String) throws -> BoardCell? {
    guard let cell = row.cells.first(where: { $0.shift == shift }) else { return nil }
    guard let experiment = catalog.first(where: { $0.id == row.experiment }) else {
      preconditionFailure("The scoreboard has a row \(row.experiment), which is no experiment.")
    }
    let claim = experiment.claim(named: cell.claim)
    return BoardCell(
      claim: claim, scores: try baseline(of: experiment)?.scores(of: claim.subject), section: cell.section)
  }
}

/// What was accepted of one claim, where it stands on the board.
private struct BoardCell {
  let claim: Claim
  /// Nil where nothing was accepted.
  let scores: Baseline.ClaimScores?
  let section: String

  private var words: String {
    guard let scores else { return "not recorded" }
    let unit = claim.metric.scale == .share ? "" : " \(claim.metric.printedName)"
    return Estimate(scores.interval).bareText(as: claim.metric.scale) + unit
  }

  /// In Markdown; slanted where it must miss.
  var linked: String {
    let link = "[\(Escape.markdown(words))](\(section))"
    return claim.isControl ? "*\(link)*" : link
  }

  var drawn: ShareMap.Cell? {
    guard let scores else { return nil }
    return ShareMap.Cell(
      claim.metric.scale.text(scores.interval.estimate), share: share(scores),
      tip: "\(claim.subject): \(words)", isFramed: claim.isControl)
  }

  /// Of questions answered right; of an error, how much of what the hardest predictor has that learned nothing is gone.
  private func share(_ scores: Baseline.ClaimScores) -> Double {
    let score = scores.interval.estimate
    guard claim.metric.scale != .share else { return score }
    guard let floor = scores.floors.values.min(), floor > 0 else { return .nan }
    return min(max(1 - score / floor, 0), 1)
  }
}
