import Judging
import Reports
import Storage

/// Two programs' answers to the same examples. Replicates of one number were asked the same, so their difference is far
/// less noisy than their scores; where there is only one, its examples are the pairs.
package struct ScoredComparison: Sendable {
  private struct Row {
    let slice: Slice
    let metric: Metric
    /// The mean scores of the replicates that both have.
    let base: Double
    let head: Double
    let paired: PairedComparison
  }

  /// The replicates that both have, ascending.
  private let seeds: [Int]
  private let rows: [Row]

  /// - Parameters:
  ///   - head: what is compared, with `base`: of the same split and examples.
  ///   - base: shares a replicate with it.
  package init(of head: Scoring, with base: Scoring) {
    precondition(head.examples == base.examples, "\(head.examples.name) is not \(base.examples.name).")
    let shared = head.answers.compactMap { head in
      base.answers.first { $0.seed == head.seed }.map { (base: $0, head: head) }
    }
    precondition(!shared.isEmpty, "Two programs without a replicate in common have no pairs.")
    seeds = shared.map(\.head.seed)
    let slices = head.slices.filter { slice in shared.allSatisfy { !$0.head.evaluation.rows(in: slice).isEmpty } }
    rows = slices.flatMap { slice in
      head.examples.metrics.map { metric in
        let (base, head) = Self.pairs(metric, slice, shared)
        return Row(
          slice: slice, metric: metric, base: base.values.mean, head: head.values.mean,
          paired: PairedComparison(base: base, head: head))
      }
    }
  }

  private static func pairs(
    _ metric: Metric, _ slice: Slice, _ shared: [(base: Replicate, head: Replicate)]
  ) -> (base: [SeedScore], head: [SeedScore]) {
    guard shared.count == 1 else {
      return (shared.map { metric.score(of: $0.base, slice) }, shared.map { metric.score(of: $0.head, slice) })
    }
    func terms(_ replicate: Replicate) -> [SeedScore] {
      metric.terms(replicate.evaluation, slice).enumerated().map { SeedScore(seed: $0, score: $1) }
    }
    return (terms(shared[0].base), terms(shared[0].head))
  }

  private var heading: String {
    seeds.count == 1
      ? "compared by example, of replicate \(seeds[0]) alone"
      : "compared by example and replicate, of \(NumberText.plural(seeds.count, "replicate"))"
  }

  private static let head = ["", "metric", "against", "this", "difference"]

  private var cells: [[String]] {
    rows.map { row in
      let scale = row.metric.scale
      return [
        row.slice.name, row.metric.printedName, scale.text(row.base), scale.text(row.head),
        Change(row.paired)?.text(as: scale) ?? "",
      ]
    }
  }

  package var text: String { "\(heading)\n\n\(TextTable(Self.head, cells).text)" }

  package var markdown: String {
    let lines = [Self.head, [":--", ":--", "--:", "--:", "--:"]] + cells.map { $0.map(Escape.markdown) }
    return "\(heading)\n\n" + lines.map { "| \($0.joined(separator: " | ")) |\n" }.joined()
  }

  var json: JSONValue {
    [
      "seeds": .array(seeds.map { .integer($0) }),
      "differences": .array(
        rows.map { row in
          [
            "slice": .string(row.slice.name), "metric": .string(row.metric.optionName),
            "against": JSONValue(number: row.base), "this": JSONValue(number: row.head),
            "difference": JSONValue(number: row.paired.interval.estimate),
            "lower": JSONValue(number: row.paired.interval.lower),
            "upper": JSONValue(number: row.paired.interval.upper), "pairs": .integer(row.paired.differences.count),
          ]
        }),
    ]
  }
}
