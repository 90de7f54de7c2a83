import Foundation
import Reports
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct ResultsFileTests {
  private func read(_ text: String) throws -> RunReport { try RunReport(jsonLines: Array(text.utf8), file: "r.jsonl") }

  /// The message of the refusal.
  private func refusal(_ text: String) throws -> ResultsProblem {
    try #require(throws: ResultsProblem.self) { try read(text) }
  }

  @Test(arguments: 0..<300) func anyReportIsReadBackEqual(seed: Int) throws {
    var random = RandomReport(seed: UInt64(seed))
    let report = random.report()
    let text = report.jsonLines
    let back = try read(text)
    // By their text where there is NaN, which does not equal itself; it holds every bit of every number but NaN's.
    #expect(back.jsonLines == text)
    if !text.contains("\"NaN\"") { #expect(back == report) }
    #expect(text.hasSuffix("\n") && !text.contains("\n\n"))
  }

  @Test func theSampleIsReadBackEqual() throws {
    #expect(try read(Sample.run.jsonLines) == Sample.run)
    #expect(try read(Sample.hostileRun.jsonLines).jsonLines == Sample.hostileRun.jsonLines)
  }

  @Test func keysAreSortedAndEveryLineHasItsKind() throws {
    for line in Sample.run.jsonLines.split(separator: "\n") {
      let value = try JSONValue(parsing: Array(line.utf8))
      #expect(value.line == line)
      guard case .object(let members) = value, case .string(let kind) = members["kind"] else {
        Issue.record("no kind in \(line)")
        continue
      }
      #expect(ResultsFormat.Kind(rawValue: kind) != nil)
    }
  }

  @Test func whereverAFileIsCutItIsRefused() throws {
    let bytes = Array(Sample.run.jsonLines.utf8)
    for end in stride(from: 0, to: bytes.count, by: 97) {
      #expect(throws: ResultsProblem.self) { try RunReport(jsonLines: Array(bytes[..<end]), file: "r.jsonl") }
    }
    let lines = Sample.run.jsonLines.split(separator: "\n")
    for count in lines.indices {
      let cut = lines[..<count].map { $0 + "\n" }.joined()
      #expect(throws: ResultsProblem.self) { try read(cut) }
    }
    #expect(try refusal(lines.dropLast().map { $0 + "\n" }.joined()).description.contains("cut short"))
    #expect(try refusal(String(Sample.run.jsonLines.dropLast(10))).line == lines.count)
  }

  @Test func aLineLeftOutIsRefused() throws {
    let lines = Sample.run.jsonLines.split(separator: "\n")
    for place in lines.indices {
      var fewer = lines
      fewer.remove(at: place)
      #expect(throws: ResultsProblem.self) { try read(fewer.map { $0 + "\n" }.joined()) }
    }
  }

  @Test(arguments: ["", "\n", "{}\n", "[]\n", "hello\n", "<xml/>\n", "{\"kind\":\"run\"}\n", "\u{0}\u{1}\n"])
  func aForeignFileIsRefused(text: String) throws {
    let problem = try refusal(text)
    #expect(problem.line == (text.isEmpty ? 0 : 1) && problem.description.hasPrefix("r.jsonl"))
  }

  @Test func aNewerVersionIsRefusedByNameBeforeItsFieldsAreRead() throws {
    let text = Sample.run.jsonLines.replacing("\"version\": 3", with: "\"news\": [], \"version\": 4")
    let problem = try refusal(text)
    #expect(problem.line == 1 && problem.field == "version")
    #expect(problem.description.contains("is 4, and this genbench reads versions up to 3"))
  }

  @Test(arguments: [
    ("\"mark\": \"failed\"", "\"mark\": \"broken\"", "row.mark", "\"broken\" is none of"),
    ("\"mean\": 0.141, \"seeds\": 5", "\"mean\": 0.141, \"seeds\": 0", "row.estimate.seeds", "expected a count from 1"),
    ("\"score\": 0.12,", "\"score\": \"0.12\",", "scores[1].score", "expected a number"),
    ("\"score\": 0.15, \"seed\": 2", "\"score\": 0.15, \"seed\": 0", "scores", "seed 0 is there twice"),
    ("\"gap\"", "\"gpa\"", "", "the field \"gap\" is missing"),
    ("\"line\": 7", "\"line\": 7.5", "place.line", "expected a whole number"),
    ("\"atMost\": 0.12", "\"atmost\": 0.12", "row.requirement", "expected atMost, atLeast or between"),
  ])
  func aWrongFieldIsNamedWithItsLine(old: String, new: String, field: String, what: String) throws {
    var lines = Sample.run.jsonLines.split(separator: "\n").map(String.init)
    let place = try #require(lines.firstIndex { $0.contains("\"kind\": \"claim\"") && $0.contains(old) })
    lines[place] = lines[place].replacing(old, with: new, maxReplacements: 1)
    let problem = try refusal(lines.map { $0 + "\n" }.joined())
    #expect(problem.line == place + 1 && problem.field == field && problem.what.contains(what), "\(problem)")
  }

  @Test(arguments: [
    ("losses", "\"edges\": [0.0001, ", "\"edges\": [1, ", "histogram.edges"),
    ("losses", "\"underflow\": 0", "\"underflow\": -1", "histogram.underflow"),
    ("losses", "\"counts\": [12, ", "\"counts\": [", "histogram.counts"),
    ("losses", "\"counts\": [12, ", "\"counts\": [9223372036854775807, ", "histogram.counts[0]"),
    ("losses", "\"overflow\": ", "\"overflow\": 9223372036854775", "histogram.overflow"),
    ("answers", "\"outside\": ", "\"outside\": 9223372036854775", "map.outside"),
    ("slice", "\"count\": ", "\"count\": 92233720368547", "count"),
    ("answers", "\"rows\": [", "\"rows\": [[], ", "map.rows[0]"),
    ("failure", "\"path\": [0, ", "\"path\": [9, ", "drawing"),
    ("failure", "\"of\": \"graph\"", "\"of\": \"tree\"", "drawing.of"),
    ("slice", "\"subject\": \"small", "\"subject\": \"tall", ""),
    ("picture", "\"name\": \"help", "\"name\": \"../help", "name"),
    ("picture", "\"experiment\": \"graphs/", "\"experiment\": \"trees/", ""),
    ("picture", "\"svg\": \"<svg", "\"script\": \"<svg", ""),
  ])
  func aWrongPartIsNamedWithItsLine(kind: String, old: String, new: String, field: String) throws {
    var lines = Sample.run.jsonLines.split(separator: "\n").map(String.init)
    let place = try #require(lines.firstIndex { $0.contains("\"kind\": \"\(kind)\"") && $0.contains(old) })
    lines[place] = lines[place].replacing(old, with: new, maxReplacements: 1)
    let problem = try refusal(lines.map { $0 + "\n" }.joined())
    #expect(problem.line == place + 1 && problem.field == field, "\(problem)")
  }

  @Test func aMarkBeforeTheTextIsSkippedAndAnArchiveIsNamed() throws {
    #expect(try read("\u{FEFF}" + Sample.run.jsonLines.replacing("\n", with: "\r\n")) == Sample.run)
    let packed = #expect(throws: ResultsProblem.self) { try RunReport(jsonLines: [0x1F, 0x8B, 8, 0], file: "r.jsonl") }
    #expect(packed?.what == "is compressed with gzip" && packed?.mend.contains("gzip -dc") == true)
  }

  @Test func twiceTheSameIsRefused() throws {
    var twice = Sample.run
    twice.claims.append(twice.claims[1])
    #expect(try refusal(twice.jsonLines).what.contains("is there twice"))
    twice = Sample.run
    twice.provenance.experiments.append(twice.provenance.experiments[0])
    #expect(try refusal(twice.jsonLines).what.contains("is there twice"))
    #expect(try refusal(Sample.run.jsonLines + Sample.run.jsonLines).what.contains("after the end"))
  }

  @Test func aFolderOfReportsIsWrittenWholeAndReadBack() throws {
    let scratch = try ScratchFolder()
    let paths = try ReportFolder(scratch("a/b")).write(Sample.run)
    #expect(paths.allSatisfy { $0.hasPrefix(scratch("a/b/")) })
    #expect(try RunReport.read(scratch("a/b/results.jsonl")) == Sample.run)
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch("a/b")).sorted()
    #expect(names == ["index.html", "junit.xml", "results.jsonl", "summary.md"])
    #expect(!names.contains { $0.hasSuffix(".partial") })
    #expect(throws: FileProblem.self) { try RunReport.read(scratch("none.jsonl")) }
  }
}
