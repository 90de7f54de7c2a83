import Foundation
import Testing

@testable import Bench

@Suite struct SessionTests {
  let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  @Test func theTableHasTheOrderOfTheDeclarationsAndIsPrintedOnce() async throws {
    let store = scratch("store")
    let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      [store = store as String] in
      let session = Session(environment: ["GENBENCH_STORE": store, "GENBENCH_THREADS": "2"])
      // All of them pass, for they are controls that nobody could meet: on a terminal failing claims would come last.
      let claims = ["one", "two"].map { TinyExperiment.claim($0, atMost: 1e-9, isControl: true) }
      for (id, subject) in [("test/b", "two"), ("test/a", "two"), ("test/b", "one"), ("test/a", "one")] {
        let judged = try await session.judge(
          { _ in TinyExperiment.make(id: id, steps: 2, replicates: 5, claims: claims) }, subject)
        try #require(judged.isPassed)
      }
      await session.report()
      print("---")
      await session.report()
    }
    let text = String(decoding: try #require(result).standardOutputContent, as: UTF8.self)
    let parts = text.components(separatedBy: "---\n")
    let rows = parts[0].split(separator: "\n").filter { $0.contains("test/") && !$0.contains("swift test") }
    let names = rows.map { row in row.split(separator: " ").dropFirst().prefix(2).joined(separator: " ") }
    #expect(names == ["test/a one", "test/a two", "test/b one", "test/b two"])
    #expect(parts[0].contains("4 controls: 4 passed, 0 failed"))
    #expect(parts.count == 2 && parts[1].isEmpty)
  }

  @Test func settingsThatMeanNothingAreAProblem() async {
    for environment in [["GENBENCH_PROFILE": "smoek"], ["GENBENCH_THREADS": "none"]] {
      let session = Session(environment: environment)
      await #expect(throws: (any Error).self) {
        try await session.judge({ _ in TinyExperiment.make() }, "tiny")
      }
    }
  }
}
