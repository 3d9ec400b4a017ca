package io.github.camelcm.messenger.shop;

import java.time.Clock;
import javax.sql.DataSource;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.apache.camel.spi.IdempotentRepository;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.support.TransactionTemplate;

/** The application; its settings are in {@code application.yml}. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(ShopProperties.class)
public class Shop {

    /** @param arguments settings, such as {@code --server.port=8080} */
    public static void main(String... arguments) {
        SpringApplication.run(Shop.class, arguments);
    }

    /** The users' messages that were answered, in a table of its own: CM.com's repeats are dropped, also after a restart. */
    @Bean
    IdempotentRepository answeredEvents(DataSource dataSource, TransactionTemplate transaction) {
        return new JdbcMessageIdRepository(dataSource, transaction, "messages");
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
