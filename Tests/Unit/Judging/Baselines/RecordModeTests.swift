import Data
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct RecordModeTests {
  @Test func everyModeIsReadFromTheEnvironment() throws {
    for mode in RecordMode.allCases {
      #expect(try RecordMode(environment: ["GENBENCH_RECORD": mode.rawValue]) == mode)
    }
  }

  @Test func nothingIsRecordedUnlessAsked() throws {
    #expect(try RecordMode(environment: [:]) == .never)
    #expect(try RecordMode(environment: ["GENBENCH_RECORD": ""]) == .never)
  }

  @Test(arguments: ["true", "1", "false"])
  func nothingIsRecordedOnContinuousIntegration(value: String) throws {
    #expect(try RecordMode(environment: ["GENBENCH_RECORD": "all", "CI": value]) == .never)
  }

  @Test(arguments: [[:], ["CI": "true"]])
  func anUnknownModeListsTheKnownOnes(environment: [String: String]) {
    let environment = environment.merging(["GENBENCH_RECORD": "mising"]) { $1 }
    let problem = #expect(throws: UnknownName.self) { try RecordMode(environment: environment) }
    #expect(problem?.known == ["never", "missing", "failed", "all"] && problem?.suggestions == ["missing"])
  }

  @Test func eachModeWritesItsOwn() {
    func written(_ mode: RecordMode) -> [Bool] {
      [(false, false), (true, false), (true, true)].map { mode.records(exists: $0.0, matches: $0.1) }
    }
    #expect(written(.never) == [false, false, false])
    #expect(written(.missing) == [true, false, false])
    #expect(written(.failed) == [true, true, false])
    #expect(written(.all) == [true, true, true])
  }
}
