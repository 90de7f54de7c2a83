import Foundation
import Learning
import Testing

@testable import Judging
@testable import Reports
@testable import Results
@testable import Storage
@testable import Training

/// A family that no other file knows of is trained, judged, exported, scored and drawn.
@Suite struct ParityTests {
  private static let trained = Task { try await train(.asDrawn) }

  private static func train(_ labels: Labels) async throws -> TrainedExperiment {
    let scratch = try ScratchFolder()
    let lab = Lab(LabSettings(threads: 2, storeFolder: scratch("store")), listener: RecordingListener())
    return try await lab.trained(.parity(labels))
  }

  @Test func itsClaimHoldsAndItsControlMisses() async throws {
    let judged = try await Self.trained.value.judgeAll(baseline: nil)
    for claim in judged { #expect(claim.isPassed, "\(claim.text)") }
    #expect(judged[0].judgement.slices.map(\.slice.name) == ["everything", "length=2", "length=3", "length=4"])
    let asked = judged.map { $0.leak?.asked }
    #expect(asked[0] ?? 0 > 0.9 && asked[1] == 0, "every short question is shown, no long one")
  }

  @Test func onShuffledLabelsTheClaimFails() async throws {
    let judged = try await Self.train(.shuffled).judgeAll(baseline: nil)
    #expect(!judged[0].isPassed)
  }

  @Test func itsSplitsAreFoundByName() throws {
    let splits = Splits(of: [Parity.self])
    #expect(splits.names == ["parity/short", "parity/long"] && splits.metrics == Parity.metrics)
    #expect(try splits.named("parity/long") == Examples(Parity.long))
    #expect(throws: UnknownName.self) { try splits.named("parity/lang") }
  }

  @Test(arguments: ExportFormat.allCases) func itIsExported(format: ExportFormat) {
    let export = ExampleExport(Examples(Parity.short), count: 3, seed: 7)
    let bytes = export.chunks(format).flatMap { $0 }
    #expect(!bytes.isEmpty)
    guard format == .jsonl else { return }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 3 && lines.allSatisfy { $0.hasSuffix(#""split":"parity/short"}"#) })
  }

  /// Another program that is always right, and one that is right by half.
  @Test func itIsScored() throws {
    let examples = Examples(Parity.long)
    let truths = Parity.long.unanswered(count: 40, seed: ExampleExport.root(7)).truths
    func score(_ answer: (Int) -> Float) throws -> Double {
      let lines = truths.indices.map { "{\"index\":\($0),\"prediction\":\(answer($0))}\n" }.joined()
      let predictions = try Predictions(jsonLines: Array(lines.utf8), file: "answers.jsonl", of: examples, count: 40)
      let scoring = try Scoring(predictions, of: examples, exportSeed: 7, trainedOn: [], threads: 1)
      return Metric.roundedAccuracy.score(scoring.answers[0].evaluation, .everything)
    }
    #expect(try score { truths[$0] } == 1)
    #expect(try score { _ in 0 } == Double(truths.count { $0 == 0 }) / 40)
  }

  @Test func itIsDrawn() async throws {
    let failures = try await Self.trained.value.judgeAll(baseline: nil)[1].failures(1)
    let failure = try #require(failures.first)
    #expect(failure.question.hasPrefix("parity of ") && failure.drawing?.svg(title: "bits").contains("<svg") == true)
  }

  /// The guide shows what stands here, word for word: so it compiles, and runs.
  @Test(arguments: [("adding-a-family", "Parity"), ("adding-an-experiment", "SmallGraphs")])
  func theGuideIsThisCode(guide: String, file: String) throws {
    let text = try String(contentsOfFile: "\(PackageFolder.path)/docs/\(guide).md", encoding: .utf8)
    let folder = "\(PackageFolder.path)/Tests/Unit/Bench"
    let code = try ["\(folder)/Families/\(file).swift", "\(folder)/Experiments/\(file).swift"].compactMap {
      try AtomicFile.read($0).map { String(decoding: $0, as: UTF8.self) }
    }.joined()
    let blocks = text.components(separatedBy: "```swift\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
    #expect(blocks.count >= 2 && !code.isEmpty)
    for block in blocks {
      #expect(code.contains(block), "docs/\(guide).md shows what \(file).swift does not have:\n\(block)")
    }
  }
}
