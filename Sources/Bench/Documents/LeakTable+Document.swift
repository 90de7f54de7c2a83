import Judging
import Reports

extension TrainedExperiment {
  /// A picture by size, and beside it a table of all sizes together; a sentence where nothing was shown.
  ///
  /// - Parameter split: the one that was learned from.
  func leaks(of split: String) -> [DocumentPart] {
    let table = LeakTable(experiment, replicates: runs.map(\.replicate), exposures).of(split)
    guard !table.showsNothing else { return [.text("Nothing, at any size, of \(table.asked).")] }
    return [
      picture("shown by \(split)", title: "how much of each question \(split) has shown") { table.map.svg(title: $0) },
      .table(table.overall),
    ]
  }
}

extension LeakTable {
  /// A table for each training split: a row a question, a column a size. A cell is the share of what was asked, and in
  /// parentheses that of as many questions drawn afresh: what chance alone repeats.
  package var tables: [(learned: String, table: DocumentTable)] {
    var names: [String] = []
    for row in rows where !names.contains(row.learned) { names.append(row.learned) }
    return names.map { ($0, of($0).table) }
  }

  fileprivate func of(_ split: String) -> ShownBySplit {
    ShownBySplit(rows: rows.filter { $0.learned == split })
  }
}

/// What one training split has shown of everything that is asked.
private struct ShownBySplit {
  let rows: [LeakTable.Row]

  /// Whether it has shown nothing of what is asked.
  var showsNothing: Bool { rows.allSatisfy { row in row.shares.allSatisfy { $0.asked == 0 } } }

  /// In Markdown.
  var asked: String { rows.map { "`\($0.asked)`" }.joined(separator: ", ") }

  var table: DocumentTable {
    DocumentTable(
      columns: [.words("Asked")] + sizes.map { .numbers($0) },
      rows: rows.map { row in [Self.local(row.asked)] + sizes.map { row.share(of: $0).map(Self.words) ?? "" } })
  }

  /// Of all sizes together, beside what chance alone repeats.
  var overall: DocumentTable {
    DocumentTable(
      columns: [.words("Asked"), .numbers("Shown"), .numbers("By chance"), .numbers("More than by chance")],
      rows: rows.map { row in
        let all = row.shares[0]
        let difference = all.byChance.map { NumberText.fixed((all.asked - $0) * 100, decimals: 1) }
        return [
          Self.local(row.asked), NumberText.percent(all.asked), all.byChance.map(NumberText.percent) ?? "not measured",
          difference.map { "\($0) points" } ?? "",
        ]
      })
  }

  /// Columns are sizes; what they are called stands before the first.
  var map: ShareMap {
    ShareMap(
      columns: sizes.map { $0.split(separator: "=").last.map(String.init) ?? $0 },
      rows: rows.map { row in
        ShareMap.Row(
          Self.local(row.asked),
          sizes.map { size in
            row.share(of: size).map { share in
              ShareMap.Cell(
                NumberText.fixed(share.asked * 100, decimals: 0), share: share.asked,
                tip: "\(Self.local(row.asked)), \(share.name): \(Self.words(share))")
            }
          })
      },
      legend: "Percent of each question's examples, by \(attribute), up to symmetry; all sizes on the left.")
  }

  private var attribute: String { sizes.last.flatMap { $0.split(separator: "=").first.map(String.init) } ?? "size" }

  private var sizes: [String] {
    var sizes: [String] = []
    for name in rows.flatMap(\.shares).map(\.name) where !sizes.contains(name) { sizes.append(name) }
    return sizes.sorted { Self.number($0) < Self.number($1) }
  }

  /// A document is about one family, which need not stand before every split.
  private static func local(_ split: String) -> String { String(split.drop { $0 != "/" }.dropFirst()) }

  /// `n=8` is 8; what is no size comes first.
  private static func number(_ size: String) -> Int { size.split(separator: "=").last.flatMap { Int($0) } ?? 0 }

  /// `66.6 % (65.7 %)`
  private static func words(_ share: Leak.Size) -> String {
    let asked = NumberText.percent(share.asked)
    return share.byChance.map { "\(asked) (\(NumberText.percent($0)))" } ?? asked
  }
}

extension LeakTable.Row {
  fileprivate func share(of size: String) -> Leak.Size? { shares.first { $0.name == size } }
}
