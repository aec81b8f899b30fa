package org.nepenthe.clinic;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/// The running clinic: pages, record, security and endpoints in one process.
@SpringBootApplication
@Modulithic(systemName = "Nepenthe")
public class ClinicApplication {
  public static void main(String[] arguments) {
    SpringApplication.run(ClinicApplication.class, arguments);
  }
}
